package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A task of the page's own thread. No frame can be drawn while it lasts.
 *
 * @param wallMillis from its begin to its end
 * @param cpuMillis of it, how long the thread ran; the rest of the time others had the processor
 * @param parts what took longest in it
 */
record PageTask(double wallMillis, double cpuMillis, String parts) {
    private static final int PARTS = 4;

    /** The tasks of the page in a trace, the longest first. */
    static List<PageTask> of(List<JsonNode> trace) {
        List<JsonNode> page = trace.stream()
                .filter(event -> event.path("args").path("name").asText().equals("CrRendererMain"))
                .map(thread -> complete(trace, thread))
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        return page.stream()
                .filter(event -> event.path("name").asText().endsWith("RunTask"))
                .map(event -> new PageTask(wall(event), millis(event, "tdur"), parts(event, page)))
                .sorted(Comparator.comparingDouble(PageTask::wallMillis).reversed())
                .toList();
    }

    /** Sum of the time of all of them that the thread ran. */
    static double cpuMillis(List<PageTask> tasks) {
        return tasks.stream().mapToDouble(PageTask::cpuMillis).sum();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f ms, of it on the processor %.1f: %s", wallMillis, cpuMillis, parts);
    }

    private static List<JsonNode> complete(List<JsonNode> trace, JsonNode thread) {
        return trace.stream()
                .filter(event -> event.path("ph").asText().equals("X"))
                .filter(event -> event.path("pid").equals(thread.path("pid")))
                .filter(event -> event.path("tid").equals(thread.path("tid")))
                .toList();
    }

    private static String parts(JsonNode task, List<JsonNode> page) {
        if (wall(task) < 20) {
            return "";
        }
        return page.stream()
                .filter(event -> event != task && within(event, task))
                .sorted(Comparator.<JsonNode, Double>comparing(PageTask::wall).reversed())
                .collect(Collectors.toMap(
                        event -> event.path("name").asText(),
                        Function.identity(),
                        (first, later) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .limit(PARTS)
                .map(event -> String.format(
                        Locale.ROOT, "%s %.1f/%.1f", event.path("name").asText(), wall(event), millis(event, "tdur")))
                .collect(Collectors.joining(", "));
    }

    private static boolean within(JsonNode event, JsonNode task) {
        long from = task.path("ts").asLong();
        long begin = event.path("ts").asLong();
        return begin >= from && begin < from + task.path("dur").asLong();
    }

    private static double wall(JsonNode event) {
        return millis(event, "dur");
    }

    private static double millis(JsonNode event, String microseconds) {
        return event.path(microseconds).asLong() / 1000.0;
    }
}

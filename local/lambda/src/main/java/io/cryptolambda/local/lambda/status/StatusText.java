package io.cryptolambda.local.lambda.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for people. */
public final class StatusText {
    private StatusText() {}

    public static List<String> lines(StatusReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-20s %8s %6s %-9s %s", "PROCESS", "PID", "PORT", "HEALTH", "RESTARTS"));
        for (StatusReport.Process process : report.processes()) {
            lines.add(String.format(
                    "%-20s %8d %6s %-9s %d",
                    process.name(),
                    process.pid(),
                    process.port() == null ? "-" : process.port(),
                    process.healthy() ? "ok" : "NOT OK",
                    process.restarts()));
        }
        lines.add("");
        lines.add(line("stack", report.ready() ? "ready" : "not ready (" + report.phase() + ")"));
        lines.add(line("caught up", report.caughtUp() ? "yes" : "no"));
        lines.add(line("exchange time", time(report.exchangeTime())));
        lines.add(line(
                "lag",
                "kstreams " + known(report.lag().kstreams()) + " records, flink "
                        + known(report.lag().flink()) + " records, serving "
                        + known(report.lag().servingMs()) + " ms"));
        lines.add(line(
                "counts",
                "raw " + known(report.counts().raw()) + ", features "
                        + known(report.counts().features()) + ", indicators "
                        + known(report.counts().indicators()) + ", dead letters "
                        + known(report.counts().deadLetters())));
        lines.add(line("flink job", job(report.flinkJob())));
        lines.add(line("batch", batch(report.batch())));
        lines.add(line("disk", disk(report.diskBytes())));
        return lines;
    }

    private static String disk(Map<String, Long> bytes) {
        return bytes.entrySet().stream()
                .map(part -> String.format(Locale.ROOT, "%s %.1f MB", part.getKey(), part.getValue() / 1e6))
                .collect(Collectors.joining(", "));
    }

    private static String job(StatusReport.FlinkJob job) {
        if (job == null) {
            return "not submitted";
        }
        String text = job.id() + " " + known(job.state());
        return job.endedByUser()
                ? text + ": ended in the dashboard, and left so; submit it there to go on"
                : text + ", " + known(job.checkpointsCompleted()) + " checkpoints completed";
    }

    private static String batch(StatusReport.Batch batch) {
        return batch == null
                ? "no run yet"
                : "run " + batch.runId() + ", K " + batch.k() + ", time boundary " + batch.boundary();
    }

    private static String time(Long millis) {
        return millis == null ? "?" : Instant.ofEpochMilli(millis).toString();
    }

    private static String known(Object value) {
        return value == null ? "?" : value.toString();
    }

    private static String line(String name, String value) {
        return String.format("%-20s %s", name, value);
    }
}

package io.cryptolambda.bench.serving;

import io.cryptolambda.bench.report.Repeated;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk: a fixed number of connections, each asking again as soon as it was answered. */
final class Wrk {
    private static final Pattern PERCENTILE = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REQUESTS = Pattern.compile("([0-9]+) requests in");

    private final Path folder;
    private final int connections;
    private final int seconds;

    /** @param folder where scripts go */
    Wrk(Path folder, int connections, int seconds) {
        this.folder = folder;
        this.connections = connections;
        this.seconds = seconds;
    }

    /**
     * A request.
     *
     * @param body JSON that is posted; null for a GET
     */
    record Request(String path, String body) {}

    /** Requests that are sent in turns to a server. */
    record Target(URI server, List<Request> requests) {}

    /**
     * What a run has shown; times in milliseconds.
     *
     * @param cpu time that all servers' threads together worked for a request, whatever else ran on the machine
     */
    record Measured(double rate, double p50, double p99, double cpu) {
        static Repeated repeated(List<Measured> all, ToDoubleFunction<Measured> of) {
            return new Repeated(all.stream().mapToDouble(of).boxed().toList());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.0f requests/s, p50 %.2f ms, p99 %.2f ms, %.2f ms of cpu", rate, p50, p99, cpu);
        }
    }

    static void requireInstalled() throws IOException {
        try {
            new ProcessBuilder("wrk", "--version").redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("wrk is needed: apt-get install wrk", e);
        }
    }

    /** @throws IOException if an answer was an error, or did not come */
    Measured measure(Target target) throws IOException, InterruptedException {
        Path script = Files.createTempFile(folder, "requests", ".lua");
        Files.writeString(script, script(target.requests()));
        double before = cpuMillis();
        Process process = new ProcessBuilder(
                        "wrk",
                        "--threads=1",
                        "--connections=" + connections,
                        "--duration=" + seconds + "s",
                        "--latency",
                        "--timeout=30s",
                        "--script=" + script,
                        target.server().toString())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || answer.contains("Non-2xx") || answer.contains("Socket errors")) {
            throw new IOException(answer);
        }
        return parse(answer, cpuMillis() - before);
    }

    /** Of the servers, which this process has started. */
    private static double cpuMillis() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    private static Measured parse(String answer, double cpuMillis) throws IOException {
        double p50 = -1;
        double p99 = -1;
        for (Matcher found = PERCENTILE.matcher(answer); found.find(); ) {
            double millis = Double.parseDouble(found.group(2)) * millis(found.group(3));
            if (found.group(1).equals("50")) {
                p50 = millis;
            } else {
                p99 = millis;
            }
        }
        Matcher rate = RATE.matcher(answer);
        Matcher requests = REQUESTS.matcher(answer);
        if (!rate.find() || !requests.find() || p50 < 0 || p99 < 0) {
            throw new IOException("wrk was not understood: " + answer);
        }
        return new Measured(
                Double.parseDouble(rate.group(1)), p50, p99, cpuMillis / Double.parseDouble(requests.group(1)));
    }

    private static double millis(String unit) {
        return switch (unit) {
            case "us" -> 1e-3;
            case "ms" -> 1;
            default -> 1e3;
        };
    }

    private static String script(List<Request> requests) {
        StringBuilder script = new StringBuilder("local requests = {}\n");
        for (Request request : requests) {
            String method = request.body() == null ? "GET" : "POST";
            script.append("requests[#requests + 1] = wrk.format('")
                    .append(method)
                    .append("', '");
            script.append(request.path()).append("', {['Content-Type'] = 'application/json', ['Host'] = 'bench'}, ");
            script.append(request.body() == null ? "nil" : "'" + request.body() + "'")
                    .append(")\n");
        }
        return script.append("local turn = 0\n")
                .append("request = function()\n  turn = turn % #requests + 1\n  return requests[turn]\nend\n")
                .toString();
    }
}

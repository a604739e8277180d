package io.cryptolambda.bench.stack;

import io.cryptolambda.bench.report.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** CPU of each process of the stack over a stretch of time. */
public final class Cores {
    private static final double NANOS = 1e9;

    private final LambdaStack stack;
    private final long began = System.nanoTime();
    private final Map<Long, Double> before;

    private Cores(LambdaStack stack) {
        this.stack = stack;
        this.before = stack.processes().stream().collect(Collectors.toMap(StackProcess::pid, StackProcess::cpuSeconds));
    }

    /** From now on. */
    public static Cores begin(LambdaStack stack) {
        return new Cores(stack);
    }

    /**
     * What a process used.
     *
     * @param process which
     * @param cpuSeconds of all its threads
     * @param cores how many cores it kept busy on average
     * @param peakMegabytes resident at most since it was started
     */
    public record Use(StackProcess process, double cpuSeconds, double cores, long peakMegabytes) {}

    /** Up to now, of each process that has run all the time. */
    public List<Use> uses() {
        double seconds = (System.nanoTime() - began) / NANOS;
        return stack.processes().stream()
                .filter(process -> before.containsKey(process.pid()))
                .map(process -> {
                    double used = process.cpuSeconds() - before.get(process.pid());
                    return new Use(process, used, used / seconds, process.peakMegabytes());
                })
                .toList();
    }

    /** Up to now, as a table. */
    public String end() {
        TextTable table = new TextTable("process", "cores", "peak MB");
        for (Use use : uses()) {
            table.add(
                    use.process().name(),
                    String.format(Locale.ROOT, "%.3f", use.cores()),
                    Long.toString(use.peakMegabytes()));
        }
        return table.toString();
    }
}

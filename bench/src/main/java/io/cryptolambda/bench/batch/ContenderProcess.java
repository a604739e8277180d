package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.report.AnsweringJvm;
import io.cryptolambda.bench.report.JvmFlags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A running {@link ContenderMain}, asked for one thing after the other. */
final class ContenderProcess implements AutoCloseable {
    private final AnsweringJvm jvm;

    /**
     * What one run took.
     *
     * @param seconds elapsed
     * @param cpuSeconds of all threads, the JVM's own included
     * @param peakMegabytes most memory the process ever held, up to the end of this run
     * @param sums the bars that came out
     * @param indicators the indicators that came out, if any
     */
    record Outcome(double seconds, double cpuSeconds, long peakMegabytes, String sums, IndicatorSums indicators) {}

    /** Starts one; its log goes to a file in {@code logs}. */
    ContenderProcess(ContenderKind kind, Path data, Path logs, BatchBench.Sizes sizes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("-Xmx" + sizes.heap());
        command.addAll(JvmFlags.ofSpark());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ContenderMain.class.getName()));
        command.addAll(List.of(kind.name(), data.toString(), Integer.toString(sizes.threads())));
        this.jvm = new AnsweringJvm(
                command,
                Map.of("SPARK_LOCAL_DIRS", logs.toString()),
                logs.resolve(kind.name().toLowerCase(Locale.ROOT) + ".log"));
    }

    Outcome run(Work work) throws IOException {
        String[] answer = jvm.ask("run " + work).split(" ");
        return new Outcome(
                Double.parseDouble(answer[0]),
                Double.parseDouble(answer[1]),
                Long.parseLong(answer[2]),
                answer[3],
                IndicatorSums.parse(answer[4]));
    }

    void dump(String symbol, Path file) throws IOException {
        jvm.ask("dump " + symbol + " " + file);
    }

    @Override
    public void close() {
        jvm.close();
    }
}

package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.report.Ending;
import io.cryptolambda.bench.report.JvmFlags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A running {@link ContenderMain}, asked for one thing after the other. */
final class ContenderProcess implements AutoCloseable {
    private final ContenderKind kind;
    private final Path log;
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

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
        this.kind = kind;
        this.log = logs.resolve(kind.name().toLowerCase(Locale.ROOT) + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + sizes.heap());
        command.addAll(JvmFlags.ofSpark());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ContenderMain.class.getName()));
        command.addAll(List.of(kind.name(), data.toString(), Integer.toString(sizes.threads())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("SPARK_LOCAL_DIRS", logs.toString());
        this.process = builder.start();
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    Outcome run(Work work) throws IOException {
        String[] answer = ask("run " + work).split(" ");
        return new Outcome(
                Double.parseDouble(answer[0]),
                Double.parseDouble(answer[1]),
                Long.parseLong(answer[2]),
                answer[3],
                IndicatorSums.parse(answer[4]));
    }

    void dump(String symbol, Path file) throws IOException {
        ask("dump " + symbol + " " + file);
    }

    @Override
    public void close() {
        commands.close();
        Ending.await(process);
    }

    private String ask(String command) throws IOException {
        commands.println(command);
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ContenderMain.ANSWER)) {
                return line.substring(ContenderMain.ANSWER.length());
            }
        }
        throw new IOException(kind + " ended at '" + command + "'; its log is " + log);
    }
}

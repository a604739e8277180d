package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.batch.ContenderProcess.Outcome;
import io.cryptolambda.bench.report.Repeated;
import io.cryptolambda.bench.report.RunOptions;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.report.WorkFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The batch layer's roll-up and indicators beside DuckDB and Spark SQL. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = "Roll-up of five intervals, with and without indicators, beside DuckDB and Spark SQL.")
public final class BatchBench implements Callable<Integer> {
    private static final List<String> COMPARED =
            List.of(CandleFiles.name(0), CandleFiles.name(6), CandleFiles.name(33));
    private static final double MILLION = 1e6;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runOptions = RunOptions.byDefault(5, "3g");

    @Mixin
    private WorkFolder folder = new WorkFolder();

    @Option(names = "--candles", description = "Number of 1-minute candles, of 50 symbols (default ${DEFAULT-VALUE}).")
    long candles = 52_560_000;

    @Option(names = "--threads", description = "Threads of each (default ${DEFAULT-VALUE}).")
    int threads = 2;

    @Option(
            names = "--spark-sql-runs",
            description = "Runs of Spark SQL, which takes minutes; 0 leaves it out (default ${DEFAULT-VALUE}).")
    int sparkSqlRuns = 1;

    /** How large a contender is. */
    record Sizes(int threads, String heap) {}

    /** What is measured. */
    private record Measure(ContenderKind kind, Work work) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                    + work.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path data = folder.path().resolve("candles-" + candles);
        Path logs = Files.createDirectories(folder.path().resolve("logs"));
        Files.createDirectories(data);
        out.printf("generating %,d candles in %s ...%n", candles, data);
        out.flush();
        new CandleFiles(data, candles).generate();

        Map<Measure, List<Outcome>> outcomes = new LinkedHashMap<>();
        try (ContenderProcess ours = start(ContenderKind.OURS, data, logs);
                ContenderProcess duckDb = start(ContenderKind.DUCKDB, data, logs)) {
            if (!sameBars(ours, duckDb, logs, out)) {
                return 1;
            }
            for (int run = 0; run <= runOptions.runs(); run++) {
                boolean counts = run > 0;
                measure(duckDb, new Measure(ContenderKind.DUCKDB, Work.ROLL_UP), counts, outcomes, out);
                measure(ours, new Measure(ContenderKind.OURS, Work.ROLL_UP), counts, outcomes, out);
                measure(ours, new Measure(ContenderKind.OURS, Work.INDICATORS), counts, outcomes, out);
            }
        }
        measureSparkSql(data, logs, outcomes, out);
        return report(outcomes, out);
    }

    private ContenderProcess start(ContenderKind kind, Path data, Path logs) throws IOException {
        return new ContenderProcess(kind, data, logs, new Sizes(threads, runOptions.heap()));
    }

    private void measureSparkSql(Path data, Path logs, Map<Measure, List<Outcome>> outcomes, PrintWriter out)
            throws Exception {
        if (sparkSqlRuns > 0) {
            try (ContenderProcess sparkSql = start(ContenderKind.SPARK_SQL, data, logs)) {
                for (int run = 0; run < sparkSqlRuns; run++) {
                    measure(sparkSql, new Measure(ContenderKind.SPARK_SQL, Work.ROLL_UP), true, outcomes, out);
                    measure(sparkSql, new Measure(ContenderKind.SPARK_SQL, Work.INDICATORS), true, outcomes, out);
                }
            }
        }
    }

    private static void measure(
            ContenderProcess contender,
            Measure measure,
            boolean counts,
            Map<Measure, List<Outcome>> outcomes,
            PrintWriter out)
            throws IOException {
        Outcome outcome = contender.run(measure.work());
        out.printf(
                Locale.ROOT,
                "%s: %.2f s, cpu %.2f s%s%n",
                measure,
                outcome.seconds(),
                outcome.cpuSeconds(),
                counts ? "" : " (warm-up)");
        out.flush();
        if (counts) {
            outcomes.computeIfAbsent(measure, any -> new ArrayList<>()).add(outcome);
        }
    }

    private static boolean sameBars(ContenderProcess ours, ContenderProcess peer, Path folder, PrintWriter out)
            throws IOException {
        // The peer has its bars after a run.
        peer.run(Work.ROLL_UP);
        for (String symbol : COMPARED) {
            Path oursFile = folder.resolve(symbol + "-ours.csv");
            Path peerFile = folder.resolve(symbol + "-peer.csv");
            ours.dump(symbol, oursFile);
            peer.dump(symbol, peerFile);
            List<String> expected =
                    Files.readAllLines(peerFile).stream().sorted().toList();
            List<String> actual = Files.readAllLines(oursFile).stream().sorted().toList();
            if (!expected.equals(actual)) {
                out.printf("void: the bars of %s differ; see %s and %s%n", symbol, oursFile, peerFile);
                return false;
            }
            out.printf("%s: %,d bars are equal in every digit%n", symbol, actual.size());
        }
        return true;
    }

    private int report(Map<Measure, List<Outcome>> outcomes, PrintWriter out) {
        String sums = outcomes.values().iterator().next().get(0).sums();
        IndicatorSums indicators = outcomes.get(new Measure(ContenderKind.OURS, Work.INDICATORS))
                .get(0)
                .indicators();
        double base = seconds(outcomes.get(new Measure(ContenderKind.DUCKDB, Work.ROLL_UP)))
                .median();
        TextTable table = new TextTable("what", "seconds", "ratio", "cpu s per million", "peak MB", "runs");
        boolean same = true;
        for (Map.Entry<Measure, List<Outcome>> entry : outcomes.entrySet()) {
            List<Outcome> all = entry.getValue();
            same &= all.stream()
                    .allMatch(outcome ->
                            outcome.sums().equals(sums) && outcome.indicators().agreesWith(indicators));
            Repeated cpu = new Repeated(all.stream()
                    .map(outcome -> outcome.cpuSeconds() / (candles / MILLION))
                    .toList());
            table.add(
                    entry.getKey().toString(),
                    seconds(all).toString(),
                    String.format(Locale.ROOT, "%.2f", seconds(all).median() / base),
                    String.format(Locale.ROOT, "%.3f", cpu.median()),
                    Long.toString(all.get(all.size() - 1).peakMegabytes()),
                    Integer.toString(all.size()));
        }
        out.printf("%n%,d candles, %d threads; ratio is to DuckDB's roll-up%n%n%s", candles, threads, table);
        out.println(same ? "the sums of all runs are equal" : "void: the sums of the runs differ");
        out.flush();
        return same ? 0 : 1;
    }

    private static Repeated seconds(List<Outcome> outcomes) {
        return new Repeated(outcomes.stream().map(Outcome::seconds).toList());
    }
}

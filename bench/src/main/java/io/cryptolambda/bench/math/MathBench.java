package io.cryptolambda.bench.math;

import io.cryptolambda.bench.report.JvmFlags;
import io.cryptolambda.bench.report.TextTable;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the JMH benchmarks and prints one line each. */
@Command(
        name = "math",
        mixinStandardHelpOptions = true,
        description =
                "Nanoseconds and bytes per candle of parse, ladder, features and indicators, beside TA-Lib and ta4j.")
public final class MathBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--include", description = "Only benchmarks whose name matches this (default all).")
    String include = ".*";

    @Option(names = "--forks", description = "JVMs for each benchmark (default ${DEFAULT-VALUE}).")
    int forks = 1;

    @Option(names = "--iterations", description = "Measured seconds in each JVM (default ${DEFAULT-VALUE}).")
    int iterations = 5;

    @Override
    public Integer call() throws Exception {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(MathBench.class.getPackageName() + ".*" + include + ".*")
                .addProfiler(GCProfiler.class)
                .forks(forks)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(JvmFlags.ofSpark().toArray(String[]::new))
                .shouldFailOnError(true);
        Collection<RunResult> results = new Runner(options.build()).run();
        TextTable table = new TextTable("benchmark", "ns per item", "+-", "bytes per item");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            table.add(
                    time.getLabel(),
                    number(time.getScore()),
                    number(time.getScoreError()),
                    number(bytes(result.getSecondaryResults())));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%n%s", table);
        out.flush();
        return 0;
    }

    /** Bytes allocated, which JMH tells per operation: per item, as the time is. */
    @SuppressWarnings("rawtypes") // as JMH gives it
    private static double bytes(Map<String, ? extends Result> secondary) {
        return secondary.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

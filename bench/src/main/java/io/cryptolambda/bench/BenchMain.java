package io.cryptolambda.bench;

import io.cryptolambda.bench.accuracy.AccuracyBench;
import io.cryptolambda.bench.archive.ArchiveBench;
import io.cryptolambda.bench.batch.BatchBench;
import io.cryptolambda.bench.freshness.FreshnessBench;
import io.cryptolambda.bench.growth.GrowthBench;
import io.cryptolambda.bench.math.MathBench;
import io.cryptolambda.bench.pipeline.SpeedBench;
import io.cryptolambda.bench.serving.ServingBench;
import io.cryptolambda.bench.speed.FlinkBench;
import io.cryptolambda.bench.speed.SinkBench;
import io.cryptolambda.bench.speed.StreamsBench;
import io.cryptolambda.core.config.EnvironmentDefaults;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Wires the benchmarks. Exit codes: 0 measured, 1 failed or outputs differ, 2 usage. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures this project beside others; docs/benchmarks.md says how to read the tables.",
        subcommands = {
            AccuracyBench.class,
            MathBench.class,
            BatchBench.class,
            ArchiveBench.class,
            StreamsBench.class,
            FlinkBench.class,
            SinkBench.class,
            ServingBench.class,
            FreshnessBench.class,
            GrowthBench.class,
            SpeedBench.class
        })
public final class BenchMain {

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchMain())
                .setDefaultValueProvider(new EnvironmentDefaults())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("bench: " + failure);
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}

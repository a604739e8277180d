package io.cryptolambda.batch;

import io.cryptolambda.batch.master.CompactJob;
import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.core.config.EnvironmentDefaults;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compacts the master dataset. */
@Command(
        name = "compact",
        description = "Rewrites the closed months of the master dataset to one file per symbol, sorted by time.",
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {
    @Option(
            names = "--retention",
            defaultValue = "7d",
            converter = DurationConverter.class,
            description = "how long files are kept that the newest version does not need, at least 1h"
                    + " (default: ${DEFAULT-VALUE})")
    Duration retention;

    @Mixin
    BatchOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (retention.compareTo(CompactJob.SHORTEST_RETENTION) < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--retention must be at least " + CompactJob.SHORTEST_RETENTION.toHours() + "h");
        }
        return BatchMain.JOBS.run("compact", options, this::run);
    }

    private void run(BatchContext run) {
        CompactJob.Result result = new CompactJob(run.master(), retention, run.clock()).run();
        run.summary()
                .section("compact")
                .put("months", result.months())
                .put("passed_over", result.passedOver())
                .put("files_before", result.filesBefore())
                .put("files", result.filesAfter());
    }
}

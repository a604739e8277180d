package io.cryptolambda.batch;

import io.cryptolambda.batch.recompute.RecomputeJob;
import io.cryptolambda.batch.recompute.RecomputeSettings;
import io.cryptolambda.core.config.DurationConverter;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a recompute. */
final class RecomputeOptions {
    @Option(
            names = "--full",
            description = "compute everything anew, not only what has changed since the run that is served")
    boolean full;

    @Option(
            names = "--minutes-retention",
            defaultValue = "90d",
            converter = DurationConverter.class,
            description = "how far back from the exchange's clock 1-minute documents are served, in whole months; the"
                    + " store keeps all (default: ${DEFAULT-VALUE})")
    Duration minutesRetention;

    @Option(
            names = "--keep-runs",
            defaultValue = "2",
            description = "how many runs' indices are kept, the one served included (default: ${DEFAULT-VALUE})")
    int keepRuns;

    @Option(
            names = "--horizon",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description = "how far behind a symbol's newest candle the speed layer takes one; what lies further back"
                    + " reaches it by seeds (default: ${DEFAULT-VALUE})")
    Duration horizon;

    @Option(
            names = "--views-retention",
            defaultValue = "30d",
            converter = DurationConverter.class,
            description = "how long the views of earlier runs can be read on the store (default: ${DEFAULT-VALUE})")
    Duration viewsRetention;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Recomputes and publishes the views. */
    void run(BatchContext run) throws InterruptedException {
        BatchOptions options = run.options();
        RecomputeJob job = new RecomputeJob(
                run.spark(),
                run.store(),
                run.master(),
                options.kafka.access(),
                options.elasticsearch.access(),
                settings(options.generation, options.partitionsOrCores()),
                run.clock());
        run.summary().addRecompute(job.run(run.runId(), run.lease()));
    }

    /** @throws ParameterException if an option is wrong in itself */
    private RecomputeSettings settings(int generation, int partitions) {
        if (keepRuns < 1) {
            throw new ParameterException(command.commandLine(), "--keep-runs must be at least 1, is " + keepRuns);
        }
        return new RecomputeSettings(generation, full, minutesRetention, keepRuns, horizon, viewsRetention, partitions);
    }
}

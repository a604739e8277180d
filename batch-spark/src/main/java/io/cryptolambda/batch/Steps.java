package io.cryptolambda.batch;

import io.cryptolambda.batch.master.ArchiveJob;
import io.cryptolambda.batch.master.RestoreJob;
import java.time.Duration;

/** Steps that several commands share. */
final class Steps {
    private Steps() {}

    /** Appends to the master dataset what the log has grown by. */
    static void archive(BatchContext run) throws InterruptedException {
        ArchiveJob job =
                new ArchiveJob(run.spark(), run.options().kafka.access(), run.master(), run.options().generation);
        ArchiveJob.Result result = job.run(run.runId());
        run.summary().section("archive").put("records", result.records()).put("rejected", result.rejected());
    }

    /**
     * Puts the newest candles back into an empty raw topic.
     *
     * @param horizon how far behind a symbol's newest candle the speed layer takes one
     */
    static void restore(BatchContext run, Duration horizon) throws InterruptedException {
        RestoreJob job = new RestoreJob(
                run.master(),
                run.options().kafka.access(),
                run.options().generation,
                horizon,
                run.options().partitionsOrCores());
        run.summary().section("restore").put("records", job.run());
    }
}

package io.cryptolambda.batch;

import io.cryptolambda.batch.master.ArchiveJob;

/** The step that needs no options of its own, and that others begin with. */
final class Steps {
    private static final int FILES_PER_ARCHIVE_RUN = 1;

    private Steps() {}

    /** Appends to the master dataset what the log has grown by. */
    static void archive(BatchContext run) throws InterruptedException {
        ArchiveJob job = new ArchiveJob(
                run.spark(), run.options().kafka, run.master(), run.options().generation, FILES_PER_ARCHIVE_RUN);
        ArchiveJob.Result result = job.run(run.runId());
        run.summary().section("archive").put("records", result.records());
    }
}

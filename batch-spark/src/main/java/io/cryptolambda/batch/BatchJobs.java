package io.cryptolambda.batch;

import io.cryptolambda.batch.master.ArchiveJob;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.publish.RunId;
import io.cryptolambda.batch.recompute.RecomputeJob;
import io.cryptolambda.batch.recompute.RecomputeSettings;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.StoreLocation;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Runs jobs one after the other in one Spark session. */
final class BatchJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BatchJobs.class);
    private static final int FILES_PER_ARCHIVE_RUN = 1;

    private final Clock clock;
    private final RandomGenerator random;

    BatchJobs(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Runs the jobs asked for, holding the lease of the store, and returns the summary.
     *
     * @param recompute how to recompute; null: not at all
     */
    Summary run(String command, BatchOptions options, boolean archive, RecomputeOptions recompute)
            throws InterruptedException {
        options.validate();
        StoreLocation store = options.storeLocation();
        String runId = RunId.of(clock.instant(), random);
        Summary summary = new Summary(command, runId);
        int partitions = options.partitionsOrCores();
        RecomputeSettings settings = recompute == null ? null : recompute.settings(options.generation, partitions);
        try (SparkSession spark = Sessions.start(store, partitions);
                Lease lease = options.lease.acquire(spark, store, runId, clock)) {
            MasterDataset master = new MasterDataset(new DeltaPath(spark, store.master()));
            if (archive) {
                ArchiveJob job =
                        new ArchiveJob(spark, options.kafka, master, options.generation, FILES_PER_ARCHIVE_RUN);
                long start = clock.millis();
                ArchiveJob.Result result = job.run(runId);
                summary.add(result, secondsSince(start));
            }
            if (settings != null) {
                RecomputeJob job =
                        new RecomputeJob(spark, store, master, options.kafka, options.elasticsearch, settings, clock);
                long start = clock.millis();
                RecomputeJob.Result result = job.run(runId, lease);
                summary.add(result, secondsSince(start));
            }
        }
        return summary;
    }

    /** Logs what made a job fail. */
    static int reportFailure(Exception failure, CommandLine commandLine, ParseResult arguments) {
        LOG.error("event=batch_failed error=\"{}\"", failure.getMessage(), failure);
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }

    private double secondsSince(long startMillis) {
        return (clock.millis() - startMillis) / 1000.0;
    }
}

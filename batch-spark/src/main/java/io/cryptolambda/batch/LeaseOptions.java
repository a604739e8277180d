package io.cryptolambda.batch;

import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.LeaseFiles;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.config.DurationConverter;
import java.time.Clock;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** The options of the lease that every job which writes to the store holds. */
final class LeaseOptions {
    @Option(
            names = "--lease-timeout",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "after this time without a sign of life another run is taken for dead"
                    + " (default: ${DEFAULT-VALUE})")
    Duration timeout;

    @Option(
            names = "--lease-wait",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "how long to wait while another run is under way; 0s: leave with exit code 1"
                    + " (default: ${DEFAULT-VALUE})")
    Duration wait;

    /** Takes the lease of a store. */
    Lease acquire(SparkSession spark, StoreLocation store, String runId, Clock clock) throws InterruptedException {
        LeaseFiles files = new LeaseFiles(store.lease(), spark.sessionState().newHadoopConf());
        return Lease.acquire(files, runId, timeout, wait, clock);
    }
}

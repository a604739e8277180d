package io.cryptolambda.batch;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.publish.RunId;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.StoreLocation;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Runs steps one after the other in one Spark session, holding the lease of the store, and prints the summary. */
final class BatchJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BatchJobs.class);

    private final Clock clock;
    private final RandomGenerator random;

    BatchJobs(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Runs a command of one step.
     *
     * @return the exit code
     */
    int run(String command, BatchOptions options, BatchStep step) throws IOException, InterruptedException {
        return run(command, options, Map.of(command, step));
    }

    /**
     * Runs a command of several steps, each by its name in the summary, in order.
     *
     * @return the exit code
     */
    int run(String command, BatchOptions options, Map<String, BatchStep> steps)
            throws IOException, InterruptedException {
        options.validate();
        StoreLocation store = options.storeLocation();
        String runId = RunId.of(clock.instant(), random);
        Summary summary = new Summary(command, runId);
        try (SparkSession spark = Sessions.start(store, options.partitionsOrCores());
                Lease lease = options.lease.acquire(spark, store, runId, clock)) {
            MasterDataset master = new MasterDataset(new DeltaPath(spark, store.master()), lease::requireHeld);
            BatchContext context = new BatchContext(spark, store, master, options, lease, runId, clock, summary);
            for (Map.Entry<String, BatchStep> step : steps.entrySet()) {
                long start = clock.millis();
                step.getValue().run(context);
                summary.section(step.getKey()).put("seconds", (clock.millis() - start) / 1000.0);
            }
        }
        System.out.println(summary);
        return summary.exitCode();
    }

    /** Logs what made a job fail. */
    static int reportFailure(Exception failure, CommandLine commandLine, ParseResult arguments) {
        LOG.error("event=batch_failed error=\"{}\"", FailureText.of(failure), failure);
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }
}

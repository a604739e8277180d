package io.cryptolambda.batch.recompute;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far a run has come: a line in the log at the end of each stage, and its name on Spark's jobs meanwhile. */
final class Stages {
    private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

    private final SparkSession spark;
    private final Clock clock;
    private final String runId;

    Stages(SparkSession spark, Clock clock, String runId) {
        this.spark = spark;
        this.clock = clock;
        this.runId = runId;
    }

    /** Runs a stage. */
    <T> T run(String stage, Callable<T> work) {
        long start = clock.millis();
        spark.sparkContext().setJobDescription(runId + " " + stage);
        try {
            T result = work.call();
            LOG.info("event=stage_done stage={} seconds={}", stage, (clock.millis() - start) / 1000.0);
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("stage " + stage + " failed: " + e.getMessage(), e);
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }
}

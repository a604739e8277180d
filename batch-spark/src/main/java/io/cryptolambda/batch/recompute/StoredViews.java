package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.store.StoreLocation;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The views of one run, as they lie on the store.
 *
 * @param runId the run
 * @param bars its bars
 */
public record StoredViews(String runId, Dataset<Row> bars) {

    /** Those of the newest run; empty before the first. */
    public static Optional<StoredViews> newest(SparkSession spark, StoreLocation store, int partitions) {
        ViewTables views = new ViewTables(spark, store, partitions);
        return new RunsTable(spark, store.runs())
                .newest()
                .map(run -> new StoredViews(run.run().runId(), views.bars(run.versions())));
    }
}

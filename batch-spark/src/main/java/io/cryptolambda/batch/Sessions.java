package io.cryptolambda.batch;

import io.cryptolambda.batch.store.StoreLocation;
import org.apache.spark.sql.SparkSession;

/** Spark as the jobs need it. What {@code spark-submit} sets (master, memory) is left alone. */
final class Sessions {
    private Sessions() {}

    /**
     * Starts Spark.
     *
     * @param partitions number of partitions of a shuffle; on one machine best the number of cores
     */
    static SparkSession start(StoreLocation store, int partitions) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("crypto-lambda-batch")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", partitions)
                // Every shuffle's number of partitions is given: planning it anew at run time only costs.
                .config("spark.sql.adaptive.enabled", "false")
                // Delta's own queries over its log: 50 tasks for a handful of rows otherwise.
                .config("spark.databricks.delta.snapshotPartitions", 1)
                .config("spark.databricks.delta.vacuum.logging.enabled", "false")
                // How many tasks a vacuum lists directories with: 10,000 otherwise.
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", partitions)
                .config("spark.databricks.delta.retentionDurationCheck.enabled", "false")
                .config("spark.ui.enabled", "false");
        store.sparkSettings().forEach(builder::config);
        return builder.getOrCreate();
    }
}

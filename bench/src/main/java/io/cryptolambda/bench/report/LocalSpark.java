package io.cryptolambda.bench.report;

import org.apache.spark.sql.SparkSession;

/** Spark in this JVM, set as who knows it would: as many partitions of a shuffle as cores. */
public final class LocalSpark {
    private LocalSpark() {}

    /** Starts it, with Delta Lake. */
    public static SparkSession start(int threads) {
        return SparkSession.builder()
                .appName("crypto-lambda-bench")
                .master("local[" + threads + "]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", threads)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.databricks.delta.snapshotPartitions", 1)
                .getOrCreate();
    }
}

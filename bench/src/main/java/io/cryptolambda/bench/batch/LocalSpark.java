package io.cryptolambda.bench.batch;

import org.apache.spark.sql.SparkSession;

/** Spark in this JVM, set as who knows it would: as many partitions of a shuffle as cores. */
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession start(int threads) {
        return SparkSession.builder()
                .appName("crypto-lambda-bench")
                .master("local[" + threads + "]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", threads)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }
}

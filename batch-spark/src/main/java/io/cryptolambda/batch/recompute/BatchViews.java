package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.StoreLocation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables {@code views/candles_1m} and {@code views/bars}. Each is replaced in one atomic commit; a run killed between
 * the two leaves tables of two runs, which the column {@code run_id} tells, and what is published comes from one run's
 * commits alone.
 */
final class BatchViews {
    private final DeltaPath candles;
    private final DeltaPath bars;

    BatchViews(SparkSession spark, StoreLocation store) {
        this.candles = new DeltaPath(spark, store.candles());
        this.bars = new DeltaPath(spark, store.bars());
    }

    /** Replaces the candles and reads them back, as written by this commit. */
    Dataset<Row> replaceCandles(Dataset<Row> rows, String metadata) {
        return replace(candles, rows.sortWithinPartitions("month", "symbol", "open_time"), "month", metadata);
    }

    /** Replaces the bars and reads them back, as written by this commit. */
    Dataset<Row> replaceBars(Dataset<Row> rows, String metadata) {
        return replace(bars, rows.sortWithinPartitions("interval", "symbol", "open_time"), "interval", metadata);
    }

    /** Deletes the files of views replaced more than an hour ago: readers under way have had their time. */
    void vacuum() {
        candles.vacuum(1);
        bars.vacuum(1);
    }

    private static Dataset<Row> replace(DeltaPath path, Dataset<Row> rows, String partitionColumn, String metadata) {
        rows.write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .option("delta.dataSkippingStatsColumns", "symbol,open_time")
                .option("userMetadata", metadata)
                .partitionBy(partitionColumn)
                .save(path.location());
        return path.at(path.commit(metadata).version());
    }
}

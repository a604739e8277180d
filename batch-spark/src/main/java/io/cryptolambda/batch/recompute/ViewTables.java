package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.Interval;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables {@code views/candles_1m}, {@code views/bars} and {@code views/days}. Each is written in one atomic commit a
 * run; which versions belong together, {@code views/runs} tells.
 */
final class ViewTables {
    /** Raised when rows of an older format can no longer be gone on from: the next run is a full one then. */
    static final int FORMAT = 1;

    private final DeltaPath candles;
    private final DeltaPath bars;
    private final DeltaPath days;
    private final int partitions;

    ViewTables(SparkSession spark, StoreLocation store, int partitions) {
        this.candles = new DeltaPath(spark, store.candles());
        this.bars = new DeltaPath(spark, store.bars());
        this.days = new DeltaPath(spark, store.days());
        this.partitions = partitions;
    }

    Dataset<Row> candles(ViewVersions versions) {
        return candles.at(versions.candles());
    }

    Dataset<Row> bars(ViewVersions versions) {
        return bars.at(versions.bars());
    }

    Dataset<Row> days(ViewVersions versions) {
        return days.at(versions.days());
    }

    /**
     * Writers of one run.
     *
     * @param retention how long the tables' earlier versions can be read
     */
    ViewWriting writing(Lease lease, String runId, Duration retention) {
        return new ViewWriting(candles, bars, days, partitions, lease, runId, retention);
    }

    /** Whether the tables still have these versions. */
    boolean have(ViewVersions versions) {
        return candles.has(versions.candles()) && bars.has(versions.bars()) && days.has(versions.days());
    }

    /** Number of rows per interval and month, by the tables' own count. */
    Map<IndexKey, Long> rowsByKey(ViewVersions versions) {
        Map<IndexKey, Long> rows = new HashMap<>();
        candles.rowsByPartition(versions.candles())
                .forEach((partition, count) -> rows.merge(
                        new IndexKey(Interval.ONE_MINUTE, partition.get("date").substring(0, 7)), count, Long::sum));
        bars.rowsByPartition(versions.bars())
                .forEach((partition, count) -> rows.merge(
                        new IndexKey(Interval.parse(partition.get("interval")), partition.get("month")),
                        count,
                        Long::sum));
        return rows;
    }

    /** Deletes files that only versions older than {@code hours} need. */
    void vacuum(double hours) {
        candles.vacuum(hours);
        bars.vacuum(hours);
        days.vacuum(hours);
    }
}

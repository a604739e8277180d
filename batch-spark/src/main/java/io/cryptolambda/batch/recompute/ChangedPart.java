package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many rows of one partition of a view have changed.
 *
 * @param values values of the partition columns
 * @param key the index that holds them
 * @param rows number of changed rows
 * @param newestClosed open time of the newest changed row that is closed, epoch milliseconds UTC
 */
record ChangedPart(List<String> values, IndexKey key, long rows, Optional<Long> newestClosed) {

    /** Counts changed candles by {@code date}. */
    static List<ChangedPart> ofCandles(Dataset<Row> changed) {
        return changed.groupBy("date").agg(count(lit(1)), max("open_time")).collectAsList().stream()
                .map(row -> new ChangedPart(
                        List.of(row.getString(0)),
                        new IndexKey(Interval.ONE_MINUTE, row.getString(0).substring(0, 7)),
                        row.getLong(1),
                        Optional.of(row.getLong(2))))
                .toList();
    }

    /** Counts changed bars by {@code interval} and {@code month}. */
    static List<ChangedPart> ofBars(Dataset<Row> changed) {
        return changed
                .groupBy("interval", "month")
                .agg(count(lit(1)), max(when(col("closed"), col("open_time"))))
                .collectAsList()
                .stream()
                .map(row -> new ChangedPart(
                        List.of(row.getString(0), row.getString(1)),
                        new IndexKey(Interval.parse(row.getString(0)), row.getString(1)),
                        row.getLong(2),
                        Optional.ofNullable(row.isNullAt(3) ? null : row.getLong(3))))
                .toList();
    }

    static long rows(List<ChangedPart> parts) {
        return parts.stream().mapToLong(ChangedPart::rows).sum();
    }
}

package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.core.Interval;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run's views hold.
 *
 * @param documents number of documents per index
 * @param boundary time boundary per interval: the exclusive end, epoch milliseconds UTC, of the last bar that is closed,
 *     of whichever symbol reaches furthest (one that was delisted must not hold the boundary back)
 */
record ViewSummary(Map<IndexKey, Long> documents, Map<Interval, Long> boundary) {

    /** Counts. */
    static ViewSummary of(Dataset<Row> candles, Dataset<Row> bars) {
        Map<IndexKey, Long> documents = new HashMap<>();
        Map<Interval, Long> boundary = new EnumMap<>(Interval.class);
        // A candle is closed from the first.
        Dataset<Row> minutes = candles.select(
                lit(Interval.ONE_MINUTE.text()).as("interval"),
                col("month"),
                col("open_time"),
                lit(true).as("closed"));
        minutes.union(bars.select("interval", "month", "open_time", "closed"))
                .groupBy("interval", "month")
                .agg(count(lit(1)), max(when(col("closed"), col("open_time"))))
                .collectAsList()
                .forEach(row -> {
                    Interval interval = Interval.parse(row.getString(0));
                    documents.put(new IndexKey(interval, row.getString(1)), row.getLong(2));
                    if (!row.isNullAt(3)) {
                        boundary.merge(interval, interval.end(row.getLong(3)), Math::max);
                    }
                });
        return new ViewSummary(documents, boundary);
    }

    /** Number of documents per interval. */
    Map<Interval, Long> documentsByInterval() {
        Map<Interval, Long> sums = new EnumMap<>(Interval.class);
        documents.forEach((key, number) -> sums.merge(key.interval(), number, Long::sum));
        return sums;
    }
}

package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.core.Indices;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The days of symbols that records were appended to, found from the master dataset's own log. */
final class Touched {
    /** Up to so many days are asked for one by one; beyond, from the first to the last. */
    private static final int DAYS_NAMED = 64;

    private final Dataset<Row> symbolDays;
    private final long[] days;
    private final long count;
    private final long oldest;

    /** @param appended rows of the master dataset */
    Touched(Dataset<Row> appended) {
        this.symbolDays = MasterDataset.Snapshot.valid(appended)
                .groupBy(col("symbol"), dayOf("open_time").as("day"))
                .agg(min("open_time").as("oldest"))
                .persist();
        List<Row> byDay = symbolDays
                .groupBy("day")
                .agg(functions.count(lit(1)), min("oldest"))
                .orderBy("day")
                .collectAsList();
        this.days = byDay.stream().mapToLong(row -> row.getLong(0)).toArray();
        this.count = byDay.stream().mapToLong(row -> row.getLong(1)).sum();
        this.oldest = byDay.stream().mapToLong(row -> row.getLong(2)).min().orElse(Long.MAX_VALUE);
    }

    /** Number of symbols' days. */
    long count() {
        return count;
    }

    /** All records of the touched days, old and new. */
    Dataset<Row> records(MasterDataset.Snapshot master) {
        List<String> months =
                LongStream.of(days).mapToObj(Indices::month).distinct().toList();
        return master.valid()
                .where(col("month").isInCollection(months).and(within("open_time")))
                .withColumn("day", dayOf("open_time"))
                .join(broadcast(symbolDays.select("symbol", "day")), seq("symbol", "day"), "left_semi");
    }

    /**
     * Whether a record lay further behind its symbol's newest candle than {@code horizon}.
     *
     * @param newestBefore newest open time of all symbols, epoch milliseconds UTC
     * @param daysBefore what is known of each symbol's days
     */
    boolean beyond(Duration horizon, long newestBefore, Dataset<Row> daysBefore) {
        if (oldest >= newestBefore - horizon.toMillis()) {
            return false;
        }
        Dataset<Row> newest = daysBefore.groupBy("symbol").agg(max("newest").as("newest"));
        return !newest.join(broadcast(symbolDays), "symbol")
                .where(col("oldest").lt(col("newest").minus(horizon.toMillis())))
                .isEmpty();
    }

    void release() {
        symbolDays.unpersist();
    }

    /** The UTC day, epoch milliseconds, of a column of epoch milliseconds. */
    static Column dayOf(String column) {
        return expr(column + " - " + column + " % " + DaySummary.MILLIS);
    }

    static scala.collection.Seq<String> seq(String... names) {
        return scala.collection.JavaConverters.asScalaBuffer(List.of(names)).toSeq();
    }

    private Column within(String openTime) {
        if (days.length > DAYS_NAMED) {
            return between(openTime, days[0], days[days.length - 1]);
        }
        return LongStream.of(days)
                .mapToObj(day -> between(openTime, day, day))
                .reduce(Column::or)
                .orElse(col(openTime).lt(0));
    }

    private static Column between(String openTime, long first, long last) {
        return col(openTime).geq(first).and(col(openTime).lt(last + DaySummary.MILLIS));
    }
}

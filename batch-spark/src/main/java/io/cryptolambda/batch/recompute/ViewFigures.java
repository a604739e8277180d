package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.core.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Figures about a run's views.
 *
 * @param totals what became of the records of the log
 * @param newest newest open time of any symbol, epoch milliseconds UTC: the exchange's clock; 0 if there is none
 */
record ViewFigures(RunTotals totals, long newest) {

    /** Sums up the days. */
    static ViewFigures of(Dataset<Row> days, long rejected) {
        Row sums = days.agg(total("candles"), total("records"), total("revisions"), coalesce(max("newest"), lit(0L)))
                .first();
        long candles = sums.getLong(0);
        long valid = sums.getLong(1);
        long revisions = sums.getLong(2);
        RunTotals totals = new RunTotals(valid + rejected, candles, valid - candles - revisions, revisions, rejected);
        return new ViewFigures(totals, sums.getLong(3));
    }

    /**
     * Time boundary per interval: the exclusive end, epoch milliseconds UTC, of the last bar that is closed, of whichever
     * symbol reaches furthest (one that was delisted must not hold the boundary back). A closed bar never opens again, so
     * of an update only what has changed need be looked at.
     *
     * @param parts all rows, or those that have changed
     * @param before the boundary that they may have moved
     */
    static Map<Interval, Long> boundary(List<ChangedPart> parts, Map<Interval, Long> before) {
        Map<Interval, Long> boundary = new EnumMap<>(Interval.class);
        boundary.putAll(before);
        for (ChangedPart part : parts) {
            Interval interval = part.key().interval();
            part.newestClosed().ifPresent(newest -> boundary.merge(interval, interval.end(newest), Math::max));
        }
        return boundary;
    }

    /** Number of documents per interval. */
    static Map<Interval, Long> byInterval(Map<IndexKey, Long> documents) {
        Map<Interval, Long> sums = new EnumMap<>(Interval.class);
        documents.forEach((key, number) -> sums.merge(key.interval(), number, Long::sum));
        return sums;
    }

    private static Column total(String column) {
        return coalesce(sum(column), lit(0L));
    }
}

package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Which 1-minute documents are published: those of months that do not lie wholly further back than the retention. */
final class Retention {
    private Retention() {}

    /**
     * What is published of all there is.
     *
     * @param retainedFrom as {@link #from} gives it
     */
    static Map<IndexKey, Long> published(Map<IndexKey, Long> rows, long retainedFrom) {
        String oldest = Indices.month(retainedFrom);
        Map<IndexKey, Long> published = new HashMap<>(rows);
        published
                .keySet()
                .removeIf(key -> key.interval() == Interval.ONE_MINUTE
                        && retainedFrom > 0
                        && key.month().compareTo(oldest) < 0);
        return published;
    }

    /**
     * The beginning of the oldest month published, epoch milliseconds UTC; 0 if nothing is left out.
     *
     * @param newest the exchange's clock, epoch milliseconds UTC
     */
    static long from(Map<IndexKey, Long> rows, long newest, Duration retention) {
        String oldest = Indices.month(Math.max(0, newest - retention.toMillis()));
        boolean leftOut = rows.keySet().stream()
                .anyMatch(key ->
                        key.interval() == Interval.ONE_MINUTE && key.month().compareTo(oldest) < 0);
        return leftOut
                ? YearMonth.parse(oldest)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli()
                : 0;
    }
}

package io.cryptolambda.batch.master;

import io.cryptolambda.core.Indices;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The months of times that mostly lie close together, as {@link Indices#month} writes them: formatted once a month. */
final class MonthText {
    private long from;
    private long to;
    private String text;

    /** The month of {@code time}, epoch milliseconds UTC, as {@code 2024-01}. */
    String of(long time) {
        if (time < from || time >= to) {
            YearMonth month = YearMonth.from(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
            from = start(month);
            to = start(month.plusMonths(1));
            text = Indices.month(time);
        }
        return text;
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}

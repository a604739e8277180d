package io.cryptolambda.batch.master;

import io.cryptolambda.core.Indices;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.apache.spark.unsafe.types.UTF8String;

/** The months of times that mostly lie close together, as {@link Indices#month} writes them: formatted once a month. */
final class MonthText {
    private long from;
    private long to;
    private UTF8String text;

    /** The month of {@code time}, epoch milliseconds UTC, as {@code 2024-01}. */
    UTF8String of(long time) {
        if (time < from || time >= to) {
            YearMonth month = YearMonth.from(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
            from = start(month);
            to = start(month.plusMonths(1));
            text = UTF8String.fromString(Indices.month(time));
        }
        return text;
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}

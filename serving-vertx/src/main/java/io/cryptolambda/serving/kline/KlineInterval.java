package io.cryptolambda.serving.kline;

import io.cryptolambda.core.Interval;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The exchange's intervals from one minute on, in UTC: weeks begin on Monday, months on their first day.
 *
 * <p>{@code source} is the kept interval that it is rolled up from: itself, or the longest that divides it.
 */
public enum KlineInterval {
    ONE_MINUTE("1m", 1, Interval.ONE_MINUTE),
    THREE_MINUTES("3m", 3, Interval.ONE_MINUTE),
    FIVE_MINUTES("5m", 1, Interval.FIVE_MINUTES),
    FIFTEEN_MINUTES("15m", 1, Interval.FIFTEEN_MINUTES),
    THIRTY_MINUTES("30m", 2, Interval.FIFTEEN_MINUTES),
    ONE_HOUR("1h", 1, Interval.ONE_HOUR),
    TWO_HOURS("2h", 2, Interval.ONE_HOUR),
    FOUR_HOURS("4h", 1, Interval.FOUR_HOURS),
    SIX_HOURS("6h", 6, Interval.ONE_HOUR),
    EIGHT_HOURS("8h", 2, Interval.FOUR_HOURS),
    TWELVE_HOURS("12h", 3, Interval.FOUR_HOURS),
    ONE_DAY("1d", 1, Interval.ONE_DAY),
    THREE_DAYS("3d", 3, Interval.ONE_DAY),
    ONE_WEEK("1w", 7, Interval.ONE_DAY),
    ONE_MONTH("1M", 31, Interval.ONE_DAY);

    // 1970-01-05 was a Monday.
    private static final long FIRST_MONDAY = 4 * 86_400_000L;

    private final String text;
    private final int most;
    private final Interval source;

    KlineInterval(String text, int most, Interval source) {
        this.text = text;
        this.most = most;
        this.source = source;
    }

    /** The exchange's spelling. */
    public String text() {
        return text;
    }

    /** The kept interval it is made of. */
    public Interval source() {
        return source;
    }

    /** How many bars of {@link #source} it has at most. */
    public int most() {
        return most;
    }

    /** The open time, in epoch milliseconds, of the kline that contains {@code time}. */
    public long openTime(long time) {
        if (this == ONE_MONTH) {
            return start(month(time));
        }
        long length = most * source.millis();
        long shift = this == ONE_WEEK ? FIRST_MONDAY : 0;
        return Math.floorDiv(time - shift, length) * length + shift;
    }

    /** The exclusive end, in epoch milliseconds, of the kline that contains {@code time}. */
    public long end(long time) {
        return this == ONE_MONTH ? start(month(time).plusMonths(1)) : openTime(time) + most * source.millis();
    }

    /** Reads the exchange's spelling, which is case-sensitive; empty if it is none. */
    public static Optional<KlineInterval> parse(String text) {
        return Arrays.stream(values())
                .filter(interval -> interval.text.equals(text))
                .findFirst();
    }

    private static YearMonth month(long time) {
        return YearMonth.from(Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC));
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}

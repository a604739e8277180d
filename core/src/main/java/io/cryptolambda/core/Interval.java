package io.cryptolambda.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The intervals that are kept, finest first. Each but the first is rolled up from the one before it: the ladder 1m, 5m,
 * 15m, 1h, 4h, 1d. Intervals are half-open, {@code [open_time, open_time + length)}, on the UTC grid.
 */
public enum Interval {
    ONE_MINUTE("1m", 60_000L),
    FIVE_MINUTES("5m", 5 * 60_000L),
    FIFTEEN_MINUTES("15m", 15 * 60_000L),
    ONE_HOUR("1h", 60 * 60_000L),
    FOUR_HOURS("4h", 4 * 60 * 60_000L),
    ONE_DAY("1d", 24 * 60 * 60_000L);

    /** The rolled-up intervals, finest first: all but one minute. */
    public static final List<Interval> ROLLED_UP =
            List.of(FIVE_MINUTES, FIFTEEN_MINUTES, ONE_HOUR, FOUR_HOURS, ONE_DAY);

    private static final Interval[] LADDER = values();

    private final String text;
    private final long millis;

    Interval(String text, long millis) {
        this.text = text;
        this.millis = millis;
    }

    /** The exchange's spelling, such as {@code 15m}. */
    public String text() {
        return text;
    }

    /** Length in milliseconds. */
    public long millis() {
        return millis;
    }

    /** The open time, in epoch milliseconds, of the bar of this interval that contains {@code time}. */
    public long openTime(long time) {
        return Math.floorDiv(time, millis) * millis;
    }

    /** The exclusive end, in epoch milliseconds, of the bar of this interval that contains {@code time}. */
    public long end(long time) {
        return openTime(time) + millis;
    }

    /**
     * The interval this one is rolled up from.
     *
     * @throws IllegalStateException for one minute, which is not rolled up
     */
    public Interval finer() {
        if (this == ONE_MINUTE) {
            throw new IllegalStateException("1m is the finest interval");
        }
        return LADDER[ordinal() - 1];
    }

    /**
     * Reads the exchange's spelling, which is case-sensitive.
     *
     * @throws IllegalArgumentException naming the accepted values
     */
    public static Interval parse(String text) {
        for (Interval interval : LADDER) {
            if (interval.text.equals(text)) {
                return interval;
            }
        }
        throw new IllegalArgumentException("interval '" + text + "' is not one of " + accepted());
    }

    /** All spellings, for messages: {@code 1m, 5m, 15m, 1h, 4h, 1d}. */
    public static String accepted() {
        return Arrays.stream(LADDER).map(Interval::text).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.cryptolambda.local.exchange.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** All intervals the exchange has klines of. The spelling is case-sensitive: {@code 1m} is a minute, {@code 1M} a month. */
public enum KlineInterval {
    SECOND("1s", 1_000L),
    MINUTE("1m", 60_000L),
    MINUTES_3("3m", 3 * 60_000L),
    MINUTES_5("5m", 5 * 60_000L),
    MINUTES_15("15m", 15 * 60_000L),
    MINUTES_30("30m", 30 * 60_000L),
    HOUR("1h", 3_600_000L),
    HOURS_2("2h", 2 * 3_600_000L),
    HOURS_4("4h", 4 * 3_600_000L),
    HOURS_6("6h", 6 * 3_600_000L),
    HOURS_8("8h", 8 * 3_600_000L),
    HOURS_12("12h", 12 * 3_600_000L),
    DAY("1d", Market.DAY),
    DAYS_3("3d", 3 * Market.DAY),
    WEEK("1w", 7 * Market.DAY),
    MONTH("1M", 31 * Market.DAY);

    // Weeks begin on Mondays; day 0 of the epoch was a Thursday.
    private static final long FIRST_MONDAY = 4 * Market.DAY;

    private final String text;
    private final long longest;

    KlineInterval(String text, long longest) {
        this.text = text;
        this.longest = longest;
    }

    /** The exchange's spelling. */
    public String text() {
        return text;
    }

    /** Length in milliseconds, of a month the longest one's. */
    long longest() {
        return longest;
    }

    /** The interval spelled so; empty if there is none. */
    public static Optional<KlineInterval> find(String text) {
        for (KlineInterval interval : values()) {
            if (interval.text.equals(text)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /**
     * The open time of the kline that contains {@code time}, epoch milliseconds UTC.
     *
     * @param shift how far the grid's clock is ahead of UTC, milliseconds
     */
    public long openTime(long time, long shift) {
        long local = time + shift;
        long open =
                switch (this) {
                    case MONTH -> midnight(day(local).withDayOfMonth(1));
                    case WEEK -> local - Math.floorMod(local - FIRST_MONDAY, longest);
                    default -> local - Math.floorMod(local, longest);
                };
        return open - shift;
    }

    /** The exclusive end of the kline that contains {@code time}; parameters as of {@link #openTime}. */
    public long end(long time, long shift) {
        long open = openTime(time, shift);
        return this == MONTH ? midnight(day(open + shift).plusMonths(1)) - shift : open + longest;
    }

    private static LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }

    private static long midnight(LocalDate day) {
        return day.toEpochDay() * Market.DAY;
    }
}

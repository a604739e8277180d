package io.cryptolambda.core.archive;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.Symbols;
import java.math.BigDecimal;

/**
 * One row of an archive file, of any interval.
 *
 * @param openTime epoch milliseconds UTC
 * @param closeTime inclusive, epoch milliseconds UTC; short where trading halted
 * @param market the nine market values
 */
public record ArchiveRow(long openTime, long closeTime, MarketValues market) {
    private static final int COLUMNS = 12;

    // Milliseconds reach this in the year 5138, microseconds passed it in 1973.
    private static final long FIRST_MICROSECOND_TIME = 100_000_000_000_000L;

    /**
     * Reads a CSV line.
     *
     * @throws IllegalArgumentException if the line is not such a row; the message names the field
     */
    public static ArchiveRow parse(String line) {
        String[] columns = line.split(",", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("expected " + COLUMNS + " columns, found " + columns.length);
        }
        MarketValues market = new MarketValues(
                new BigDecimal(columns[1]),
                new BigDecimal(columns[2]),
                new BigDecimal(columns[3]),
                new BigDecimal(columns[4]),
                new BigDecimal(columns[5]),
                new BigDecimal(columns[7]),
                Long.parseLong(columns[8]),
                new BigDecimal(columns[9]),
                new BigDecimal(columns[10]));
        return new ArchiveRow(openTime(columns[0]), millis(columns[6]), market);
    }

    /** The row of a 1-minute file as a candle, taken when it closed. */
    public Candle candle(String exchange, String symbol) {
        return new Candle(
                exchange, symbol, Symbols.pair(symbol), openTime, closeTime, market, Source.ARCHIVE, closeTime + 1);
    }

    private static long openTime(String column) {
        long time = Long.parseLong(column);
        if (time >= FIRST_MICROSECOND_TIME && time % 1000 != 0) {
            throw new IllegalArgumentException("open_time must be on a whole minute"); // never moved silently
        }
        return millis(column);
    }

    private static long millis(String column) {
        long time = Long.parseLong(column);
        return time >= FIRST_MICROSECOND_TIME ? Math.floorDiv(time, 1000L) : time;
    }
}

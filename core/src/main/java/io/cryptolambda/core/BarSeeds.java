package io.cryptolambda.core;

import java.util.List;
import java.util.Objects;

/**
 * What batch tells the speed layer of one symbol and interval: the record of {@code crypto_bars}. From it the running
 * indicators go on as if the whole history had been read.
 *
 * @param exchange the exchange's name
 * @param symbol the exchange's symbol
 * @param interval one of the rolled-up intervals
 * @param runId the batch run that wrote it
 * @param partition partition of the raw topic that the symbol lives in
 * @param k the run's K of that partition: every position below is in these bars
 * @param wholeHistory whether these are all bars of the symbol, its first included
 * @param bars in open-time order: the last {@link #maxClosed} closed bars at most, then the open one if there is one
 */
public record BarSeeds(
        String exchange,
        String symbol,
        Interval interval,
        String runId,
        int partition,
        long k,
        boolean wholeHistory,
        List<SeedBar> bars) {

    /**
     * One bar with what it rests on by itself, its lookback left aside.
     *
     * @param bar the bar
     * @param asOf knowledge position of the newest candle inside
     * @param asOfTime append time of that candle's record, epoch milliseconds UTC; for people
     * @param closed whether its last minute, or a later candle of its symbol, was there
     */
    public record SeedBar(Bar bar, long asOf, long asOfTime, boolean closed) {}

    public BarSeeds {
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(runId, "runId");
        bars = List.copyOf(bars);
    }

    /**
     * Number of closed bars at most: as far back as an indicator looks from any bar of the last day, the horizon, since a
     * late candle or a revision may still change each of them.
     */
    public static int maxClosed(Interval interval) {
        return Indicators.LOOKBACK + Math.toIntExact(Interval.ONE_DAY.millis() / interval.millis());
    }

    /** The record's key, {@code symbol|interval}: a later run's seeds take the place of an earlier one's. */
    public String key() {
        return symbol + "|" + interval.text();
    }
}

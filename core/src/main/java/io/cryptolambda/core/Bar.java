package io.cryptolambda.core;

/**
 * Candles of one symbol rolled up over one interval.
 *
 * @param interval the interval; one minute for a single candle
 * @param openTime epoch milliseconds UTC, on the interval's grid
 * @param closeTime the last contained candle's inclusive close time, epoch milliseconds UTC
 * @param market first open, highest high, lowest low, last close and exact sums
 * @param candles number of 1-minute candles inside
 */
public record Bar(Interval interval, long openTime, long closeTime, MarketValues market, int candles) {

    /** The candle as a bar of one minute. */
    public static Bar of(Candle candle) {
        return new Bar(Interval.ONE_MINUTE, candle.openTime(), candle.closeTime(), candle.market(), 1);
    }

    /** This bar as the first part of the bar of the coarser {@code interval} that contains it. */
    public Bar in(Interval coarser) {
        return new Bar(coarser, coarser.openTime(openTime), closeTime, market, candles);
    }

    /**
     * This bar continued by a later, finer one that lies inside its interval.
     *
     * @throws IllegalArgumentException if {@code finer} is not later than all of this bar, or outside its interval
     */
    public Bar followedBy(Bar finer) {
        if (finer.openTime <= lastMinute() || finer.openTime >= end()) {
            throw new IllegalArgumentException("bar " + finer.openTime + " does not continue " + interval + " "
                    + openTime + " that reaches to " + lastMinute());
        }
        return new Bar(interval, openTime, finer.closeTime, market.followedBy(finer.market), candles + finer.candles);
    }

    /** Exclusive end of the interval, epoch milliseconds UTC. */
    public long end() {
        return openTime + interval.millis();
    }

    /** Open time of the last contained candle: its close time lies within its minute. */
    public long lastMinute() {
        return Interval.ONE_MINUTE.openTime(closeTime);
    }

    /** Whether the bar's last minute is in it: it is then closed whatever comes later. */
    public boolean hasLastMinute() {
        return lastMinute() + Interval.ONE_MINUTE.millis() == end();
    }
}

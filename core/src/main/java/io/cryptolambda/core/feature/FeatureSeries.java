package io.cryptolambda.core.feature;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Features;

/**
 * The existing candles of one symbol in open-time order, as far as features need them, in primitive arrays.
 *
 * <p>Appending is constant time; inserting or revising an older candle is linear and rare. Sums are taken afresh over
 * exactly the values of the lookback, oldest first, so a result depends on the series alone and not on how it came
 * about. Not safe for use by several threads.
 */
public final class FeatureSeries {
    private final CandleColumns columns = new CandleColumns();

    /** Number of candles held. */
    public int size() {
        return columns.end - columns.start;
    }

    /** Open time, in epoch milliseconds UTC, of the candle at {@code index}, 0 being the oldest held. */
    public long openTime(int index) {
        return columns.openTimes[columns.start + index];
    }

    /**
     * Adds the candle, or replaces the one of the same open time.
     *
     * @return its index
     */
    public int put(Candle candle) {
        int at = columns.indexFor(candle.openTime());
        if (at == columns.end || columns.openTimes[at] != candle.openTime()) {
            at = columns.insert(at);
        }
        columns.set(at, candle);
        columns.updateLogReturn(at);
        columns.updateLogReturn(at + 1);
        return at - columns.start;
    }

    /** Forgets the oldest {@code count} candles. */
    public void dropOldest(int count) {
        columns.start += count;
    }

    /** Number of candles held whose open time is before {@code openTime}. */
    public int countBefore(long openTime) {
        return columns.indexFor(openTime) - columns.start;
    }

    /** The features of the candle at {@code index}, from the candles held up to and including it. */
    public Features featuresAt(int index) {
        return RollingFeatures.at(columns, columns.start + index, Math.min(Features.LOOKBACK, index + 1));
    }
}

package io.cryptolambda.core.feature;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import java.util.Arrays;

/**
 * The columns that features need, in primitive arrays: entries from {@link #start} (inclusive) to {@link #end} are in
 * use, in open-time order. What is worked out of a candle and its neighbour alone is kept beside it, so that it is
 * worked out once.
 */
final class CandleColumns {
    private static final int SMALLEST = 128;

    long[] openTimes = new long[SMALLEST];
    double[] closes = new double[SMALLEST];
    double[] highs = new double[SMALLEST];
    double[] lows = new double[SMALLEST];
    double[] volumes = new double[SMALLEST];
    double[] quoteVolumes = new double[SMALLEST];
    double[] takerVolumes = new double[SMALLEST];
    double[] trades = new double[SMALLEST];
    /** ln(close / previous close); not defined for the first. */
    double[] logReturns = new double[SMALLEST];
    /** ln(high / low), squared. */
    double[] squaredRanges = new double[SMALLEST];

    int start;
    int end;

    /** Where the candle of that open time is, or is to be inserted. */
    int indexFor(long openTime) {
        if (end == start || openTime > openTimes[end - 1]) {
            return end;
        }
        int found = Arrays.binarySearch(openTimes, start, end, openTime);
        return found >= 0 ? found : -found - 1;
    }

    /** Makes room for one entry at {@code at}; returns where it is, for the entries may have moved. */
    int insert(int at) {
        int position = at;
        if (end == openTimes.length) {
            position -= start;
            moveToFront();
        }
        if (position < end) {
            shift(openTimes, position);
            shift(closes, position);
            shift(highs, position);
            shift(lows, position);
            shift(volumes, position);
            shift(quoteVolumes, position);
            shift(takerVolumes, position);
            shift(trades, position);
            shift(logReturns, position);
            shift(squaredRanges, position);
        }
        end++;
        return position;
    }

    /** Writes the candle's own columns at {@code at}. */
    void set(int at, Candle candle) {
        MarketValues market = candle.market();
        openTimes[at] = candle.openTime();
        closes[at] = market.close().doubleValue();
        highs[at] = market.high().doubleValue();
        lows[at] = market.low().doubleValue();
        volumes[at] = market.volume().doubleValue();
        quoteVolumes[at] = market.quoteVolume().doubleValue();
        takerVolumes[at] = market.takerBuyVolume().doubleValue();
        trades[at] = market.trades();
        // StrictMath: the same bits on every processor and in every engine.
        double range = StrictMath.log(highs[at] / lows[at]);
        squaredRanges[at] = range * range;
    }

    /** Works out the log return at {@code at}, if there is a candle there and one before it. */
    void updateLogReturn(int at) {
        if (at > start && at < end) {
            logReturns[at] = StrictMath.log(closes[at] / closes[at - 1]);
        }
    }

    private void moveToFront() {
        // A quarter to spare: a day of candles is 150 kB, and is moved once in six hours.
        int size = end - start;
        int capacity = Math.max(SMALLEST, size + size / 4);
        openTimes = Arrays.copyOf(Arrays.copyOfRange(openTimes, start, end), capacity);
        closes = moved(closes, capacity);
        highs = moved(highs, capacity);
        lows = moved(lows, capacity);
        volumes = moved(volumes, capacity);
        quoteVolumes = moved(quoteVolumes, capacity);
        takerVolumes = moved(takerVolumes, capacity);
        trades = moved(trades, capacity);
        logReturns = moved(logReturns, capacity);
        squaredRanges = moved(squaredRanges, capacity);
        end -= start;
        start = 0;
    }

    private double[] moved(double[] column, int capacity) {
        double[] moved = new double[capacity];
        System.arraycopy(column, start, moved, 0, end - start);
        return moved;
    }

    private void shift(Object column, int from) {
        System.arraycopy(column, from, column, from + 1, end - from);
    }
}

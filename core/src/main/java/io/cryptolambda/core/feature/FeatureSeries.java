package io.cryptolambda.core.feature;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Interval;
import java.util.Arrays;

/**
 * The existing candles of one symbol in open-time order, as far as features need them, in primitive arrays.
 *
 * <p>Appending is constant time; inserting or revising an older candle is linear and rare. Sums are taken afresh over
 * exactly the values of the lookback, oldest first, so a result depends on the series alone and not on how it came
 * about. Not safe for use by several threads.
 */
public final class FeatureSeries {
    private static final int RETURNS = 60;

    private long[] openTimes = new long[128];
    private double[] closes = new double[128];
    private double[] volumes = new double[128];
    private double[] quoteVolumes = new double[128];
    private double[] logReturns = new double[128];
    private int start;
    private int end;

    /** Number of candles held. */
    public int size() {
        return end - start;
    }

    /** Open time, in epoch milliseconds UTC, of the candle at {@code index}, 0 being the oldest held. */
    public long openTime(int index) {
        return openTimes[start + index];
    }

    /**
     * Adds the candle, or replaces the one of the same open time.
     *
     * @return its index
     */
    public int put(Candle candle) {
        int at = indexFor(candle.openTime());
        boolean present = at < end && openTimes[at] == candle.openTime();
        if (!present) {
            at = makeRoom(at);
            openTimes[at] = candle.openTime();
        }
        closes[at] = candle.market().close().doubleValue();
        volumes[at] = candle.market().volume().doubleValue();
        quoteVolumes[at] = candle.market().quoteVolume().doubleValue();
        updateLogReturn(at);
        updateLogReturn(at + 1);
        return at - start;
    }

    /** Forgets the oldest {@code count} candles. The log return of the then oldest one is kept. */
    public void dropOldest(int count) {
        start += count;
    }

    /** Number of candles held whose open time is before {@code openTime}. */
    public int countBefore(long openTime) {
        return indexFor(openTime) - start;
    }

    /** The features of the candle at {@code index}, from the candles held up to and including it. */
    public Features featuresAt(int index) {
        int at = start + index;
        int lookback = Math.min(Features.LOOKBACK, index + 1);
        boolean first = index == 0;
        return new Features(
                first ? null : finite(logReturns[at]),
                lookback < Features.LOOKBACK ? null : finite(sampleDeviationOfReturns(at)),
                lookback < RETURNS ? null : finite(vwap(at)),
                first ? null : (openTimes[at] - openTimes[at - 1]) / Interval.ONE_MINUTE.millis() - 1,
                lookback);
    }

    private double sampleDeviationOfReturns(int at) {
        double sum = 0;
        for (int i = at - RETURNS + 1; i <= at; i++) {
            sum += logReturns[i];
        }
        double mean = sum / RETURNS;
        double squares = 0;
        for (int i = at - RETURNS + 1; i <= at; i++) {
            double deviation = logReturns[i] - mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / (RETURNS - 1));
    }

    private double vwap(int at) {
        double quote = 0;
        double base = 0;
        for (int i = at - RETURNS + 1; i <= at; i++) {
            quote += quoteVolumes[i];
            base += volumes[i];
        }
        return quote / base;
    }

    private void updateLogReturn(int at) {
        if (at > start && at < end) {
            // StrictMath: the same bits on every processor and in every engine.
            logReturns[at] = StrictMath.log(closes[at] / closes[at - 1]);
        }
    }

    private int indexFor(long openTime) {
        if (end == start || openTime > openTimes[end - 1]) {
            return end;
        }
        int found = Arrays.binarySearch(openTimes, start, end, openTime);
        return found >= 0 ? found : -found - 1;
    }

    private int makeRoom(int at) {
        int position = at;
        if (end == openTimes.length) {
            position -= start;
            moveToFront();
        }
        int later = end - position;
        for (double[] column : new double[][] {closes, volumes, quoteVolumes, logReturns}) {
            System.arraycopy(column, position, column, position + 1, later);
        }
        System.arraycopy(openTimes, position, openTimes, position + 1, later);
        end++;
        return position;
    }

    private void moveToFront() {
        int size = size();
        int capacity = Math.max(128, size * 2);
        openTimes = Arrays.copyOf(Arrays.copyOfRange(openTimes, start, end), capacity);
        closes = Arrays.copyOf(Arrays.copyOfRange(closes, start, end), capacity);
        volumes = Arrays.copyOf(Arrays.copyOfRange(volumes, start, end), capacity);
        quoteVolumes = Arrays.copyOf(Arrays.copyOfRange(quoteVolumes, start, end), capacity);
        logReturns = Arrays.copyOf(Arrays.copyOfRange(logReturns, start, end), capacity);
        start = 0;
        end = size;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}

package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.MarketValues;
import java.util.Arrays;

/**
 * The bars of one symbol and interval in open-time order, as far as indicators need them, in primitive columns: 40 bytes
 * a bar. Appending is constant time; inserting an older bar and forgetting the oldest move the columns. Not safe for use
 * by several threads.
 */
public final class BarSeries {
    private long[] openTimes;
    private double[] highs;
    private double[] lows;
    private double[] closes;
    private double[] volumes;
    private int size;

    /** An empty series that grows as needed. */
    public BarSeries() {
        this(64);
    }

    /** An empty series with room for {@code capacity} bars, at least 1, before it has to grow. */
    public BarSeries(int capacity) {
        openTimes = new long[capacity];
        highs = new double[capacity];
        lows = new double[capacity];
        closes = new double[capacity];
        volumes = new double[capacity];
    }

    /** Number of bars held. */
    public int size() {
        return size;
    }

    /** Open time of the bar at {@code index}, epoch milliseconds UTC. */
    public long openTime(int index) {
        return openTimes[index];
    }

    /** Highest price of the bar at {@code index}, in the quote currency. */
    public double high(int index) {
        return highs[index];
    }

    /** Lowest price of the bar at {@code index}, in the quote currency. */
    public double low(int index) {
        return lows[index];
    }

    /** Last price of the bar at {@code index}, in the quote currency. */
    public double close(int index) {
        return closes[index];
    }

    /** Traded amount of the bar at {@code index}, in the base currency. */
    public double volume(int index) {
        return volumes[index];
    }

    /** Whether a bar of that open time, in epoch milliseconds UTC, is held. */
    public boolean contains(long openTime) {
        return Arrays.binarySearch(openTimes, 0, size, openTime) >= 0;
    }

    /** Number of bars held whose open time is before {@code openTime}, epoch milliseconds UTC. */
    public int countBefore(long openTime) {
        if (size == 0 || openTime > openTimes[size - 1]) {
            return size;
        }
        int found = Arrays.binarySearch(openTimes, 0, size, openTime);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Adds the bar, or replaces the one of the same open time.
     *
     * @return its index
     */
    public int put(Bar bar) {
        MarketValues market = bar.market();
        return put(
                bar.openTime(),
                market.high().doubleValue(),
                market.low().doubleValue(),
                market.close().doubleValue(),
                market.volume().doubleValue());
    }

    /**
     * Adds the bar of these values, or replaces the one of the same open time.
     *
     * @return its index
     */
    public int put(long openTime, double high, double low, double close, double volume) {
        int index = countBefore(openTime);
        if (index == size || openTimes[index] != openTime) {
            makeRoom(index);
            openTimes[index] = openTime;
        }
        highs[index] = high;
        lows[index] = low;
        closes[index] = close;
        volumes[index] = volume;
        return index;
    }

    /** Forgets the oldest {@code count} bars; the others move to the front. */
    public void dropOldest(int count) {
        size -= count;
        System.arraycopy(openTimes, count, openTimes, 0, size);
        System.arraycopy(highs, count, highs, 0, size);
        System.arraycopy(lows, count, lows, 0, size);
        System.arraycopy(closes, count, closes, 0, size);
        System.arraycopy(volumes, count, volumes, 0, size);
    }

    /** The column from index 0; longer than {@link #size}, not to be changed. */
    double[] highs() {
        return highs;
    }

    /** The column from index 0; longer than {@link #size}, not to be changed. */
    double[] lows() {
        return lows;
    }

    /** The column from index 0; longer than {@link #size}, not to be changed. */
    double[] closes() {
        return closes;
    }

    /** The column from index 0; longer than {@link #size}, not to be changed. */
    double[] volumes() {
        return volumes;
    }

    private void makeRoom(int index) {
        if (size == openTimes.length) {
            int capacity = size * 2;
            openTimes = Arrays.copyOf(openTimes, capacity);
            highs = Arrays.copyOf(highs, capacity);
            lows = Arrays.copyOf(lows, capacity);
            closes = Arrays.copyOf(closes, capacity);
            volumes = Arrays.copyOf(volumes, capacity);
        }
        if (index < size) {
            int later = size - index;
            System.arraycopy(openTimes, index, openTimes, index + 1, later);
            System.arraycopy(highs, index, highs, index + 1, later);
            System.arraycopy(lows, index, lows, index + 1, later);
            System.arraycopy(closes, index, closes, index + 1, later);
            System.arraycopy(volumes, index, volumes, index + 1, later);
        }
        size++;
    }
}

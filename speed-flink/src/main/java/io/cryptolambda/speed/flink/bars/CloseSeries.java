package io.cryptolambda.speed.flink.bars;

import java.util.Arrays;

/** Open times and closes of one interval's closed bars, oldest first: what indicators need of them, 16 bytes a bar. */
final class CloseSeries {
    private long[] openTimes = new long[64];
    private double[] closes = new double[64];
    private int size;

    int size() {
        return size;
    }

    long openTime(int index) {
        return openTimes[index];
    }

    double close(int index) {
        return closes[index];
    }

    /** The closes from index 0; longer than {@link #size}, not to be changed. */
    double[] closes() {
        return closes;
    }

    boolean contains(long openTime) {
        return Arrays.binarySearch(openTimes, 0, size, openTime) >= 0;
    }

    /** Number of bars whose open time is before {@code openTime}, epoch milliseconds UTC. */
    int countBefore(long openTime) {
        int found = Arrays.binarySearch(openTimes, 0, size, openTime);
        return found >= 0 ? found : -found - 1;
    }

    /** Adds or replaces a close and returns its index. */
    int put(long openTime, double close) {
        int index = countBefore(openTime);
        if (index == size || openTimes[index] != openTime) {
            makeRoom(index);
            openTimes[index] = openTime;
        }
        closes[index] = close;
        return index;
    }

    void dropOldest(int count) {
        size -= count;
        System.arraycopy(openTimes, count, openTimes, 0, size);
        System.arraycopy(closes, count, closes, 0, size);
    }

    private void makeRoom(int index) {
        if (size == openTimes.length) {
            openTimes = Arrays.copyOf(openTimes, size * 2);
            closes = Arrays.copyOf(closes, size * 2);
        }
        System.arraycopy(openTimes, index, openTimes, index + 1, size - index);
        System.arraycopy(closes, index, closes, index + 1, size - index);
        size++;
    }
}

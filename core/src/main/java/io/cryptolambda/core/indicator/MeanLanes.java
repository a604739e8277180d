package io.cryptolambda.core.indicator;

import java.util.Arrays;

/** The mean of the bars from a given one of the window on, or their sum, a window in each lane. */
final class MeanLanes extends LaneRecursion {
    final double[] results;
    private final double[][] values;
    private final int from;
    private final int count;
    private final double divisor;

    private MeanLanes(double[][] values, int from, int count, double divisor, int lanes) {
        this.results = new double[lanes];
        this.values = values;
        this.from = from;
        this.count = count;
        this.divisor = divisor;
    }

    /** The mean of the last {@code count} bars of {@code lookback}. */
    static MeanLanes ofLast(int count, int lookback, double[][] values, int lanes) {
        return new MeanLanes(values, lookback - count, count, count, lanes);
    }

    /** The sum of the last {@code count} bars of {@code lookback}. */
    static MeanLanes sumOfLast(int count, int lookback, double[][] values, int lanes) {
        return new MeanLanes(values, lookback - count, count, 1, lanes);
    }

    @Override
    void step(int bar, int row) {
        if (bar >= from) {
            sum(results, values[row], bar - from);
            if (bar == from + count - 1 && divisor != 1) {
                LaneLoops.divide(results, divisor);
            }
        }
    }

    /** Takes value number {@code index} of {@code count} into sums, which the last one makes means. */
    static void add(double[] sums, double[] values, int index, int count) {
        sum(sums, values, index);
        if (index == count - 1) {
            LaneLoops.divide(sums, count);
        }
    }

    /** Takes value number {@code index} into sums, which the first one begins. */
    static void sum(double[] sums, double[] values, int index) {
        if (index == 0) {
            Arrays.fill(sums, 0);
        }
        LaneLoops.add(sums, values);
    }
}

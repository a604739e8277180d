package io.cryptolambda.core.indicator;

import java.util.Arrays;

/**
 * Slow stochastic (14, 3, 3): of each bar's place in the range of the last 14 bars, {@code (close - lowest low) / ((highest
 * high - lowest low) / 100)}, %K is the mean of the last 3, and %D the mean of the last 3 %K. A bar whose last 14 have no
 * range is at 0. Both are first valid at index 17. Source: TA-Lib's {@code STOCH} with simple averages, without their
 * running sums.
 */
final class Stochastic {
    private static final int RANGE = 14;
    static final int FIRST = 17;
    private static final int PLACES = 4;

    private final boolean valid;
    private final double highest;
    private final double lowest;
    private final double placesOfTwo;
    private final double slowOfTwo;

    /** Prepares from the closed bars {@code [from, to)} that precede the last one. */
    Stochastic(BarSeries series, int from, int to) {
        this.valid = to - from >= FIRST;
        double[] places = new double[PLACES];
        if (valid) {
            Arrays.setAll(places, i -> place(series, to - PLACES + i));
        }
        this.highest = highest(series, Math.max(from, to - RANGE + 1), to);
        this.lowest = lowest(series, Math.max(from, to - RANGE + 1), to);
        this.placesOfTwo = places[2] + places[3];
        this.slowOfTwo = mean(places[0] + places[1], places[2]) + mean(places[1] + places[2], places[3]);
    }

    /**
     * Writes %K and %D with the last bar's values to {@code values} from index {@code at} on; leaves them alone where
     * there are too few bars.
     */
    void with(double high, double low, double close, double[] values, int at) {
        if (valid) {
            double slow = mean(placesOfTwo, place(Math.max(highest, high), Math.min(lowest, low), close));
            values[at] = slow;
            values[at + 1] = mean(slowOfTwo, slow);
        }
    }

    static double place(BarSeries series, int at) {
        int from = at - RANGE + 1;
        return place(highest(series, from, at + 1), lowest(series, from, at + 1), series.close(at));
    }

    private static double place(double highest, double lowest, double close) {
        double hundredth = (highest - lowest) / 100;
        return hundredth == 0 ? 0 : (close - lowest) / hundredth;
    }

    static double mean(double ofTwo, double last) {
        return (ofTwo + last) / 3;
    }

    private static double highest(BarSeries series, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, series.high(i));
        }
        return highest;
    }

    private static double lowest(BarSeries series, int from, int to) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, series.low(i));
        }
        return lowest;
    }
}

package io.cryptolambda.core.indicator;

/**
 * Exponential moving average over n bars: {@code (close - previous) * 2 / (n + 1) + previous}, seeded with the mean of the
 * first n closes. First valid at the n-th bar (index n - 1). Source: TA-Lib's {@code EMA}, unstable period 0, its default
 * compatibility.
 */
final class Ema {
    private final int period;
    private final int bars;
    private final double factor;
    private final double average;

    /**
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 2
     */
    Ema(int period, double[] closes, int from, int to) {
        this.period = period;
        this.bars = to - from;
        this.factor = factor(period);
        int seeded = Math.min(to, from + period);
        double value = 0;
        for (int i = from; i < seeded; i++) {
            value += closes[i];
        }
        if (bars >= period) {
            value /= period;
            for (int i = seeded; i < to; i++) {
                value = next(value, closes[i], factor);
            }
        }
        this.average = value;
    }

    /** The average with {@code close} as the last bar, in the quote currency; NaN where there are too few bars. */
    double with(double close) {
        if (bars + 1 < period) {
            return Double.NaN;
        }
        return bars + 1 == period ? (average + close) / period : next(average, close, factor);
    }

    /** The weight of a new value over {@code period} bars. */
    static double factor(int period) {
        return 2.0 / (period + 1);
    }

    /** One step. */
    static double next(double average, double value, double factor) {
        return (value - average) * factor + average;
    }
}

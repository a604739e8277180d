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
        this(ran(period, closes, from, to), to - from);
    }

    /** Prepares from a recursion that has taken all of the {@code bars} closed bars. */
    Ema(Recursion closed, int bars) {
        this.period = closed.period;
        this.bars = bars;
        this.factor = closed.factor;
        this.average = closed.value;
    }

    /** The average over closed bars, one after the other; up to its first one, the sum it is the mean of. */
    static final class Recursion {
        private final int period;
        private final double factor;
        private double value;

        /** @param period n, at least 2 */
        Recursion(int period) {
            this.period = period;
            this.factor = factor(period);
        }

        /** Takes the bar at {@code index} of the lookback. */
        void take(int index, double close) {
            if (index >= period) {
                value = next(value, close, factor);
                return;
            }
            value += close;
            if (index == period - 1) {
                value /= period;
            }
        }
    }

    private static Recursion ran(int period, double[] closes, int from, int to) {
        Recursion recursion = new Recursion(period);
        for (int i = from; i < to; i++) {
            recursion.take(i - from, closes[i]);
        }
        return recursion;
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

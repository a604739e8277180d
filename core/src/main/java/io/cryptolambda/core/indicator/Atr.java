package io.cryptolambda.core.indicator;

/**
 * Wilder's average true range over n bars: seeded with the mean of the true ranges of bars 1 to n (the first bar has
 * none), then smoothed by {@code (previous * (n - 1) + current) / n}. First valid at index n. Source: TA-Lib's {@code
 * ATR}, unstable period 0.
 */
final class Atr {
    private final int period;
    private final int bars;
    private final double range;
    private final double lastClose;

    /**
     * Prepares from a recursion that has taken all of the closed bars that precede the last one.
     *
     * @param bars how many
     * @param lastClose close of the last of them
     */
    Atr(Recursion closed, int bars, double lastClose) {
        this.period = closed.period;
        this.bars = bars;
        this.range = closed.range;
        this.lastClose = lastClose;
    }

    /** The average over closed bars, one after the other; up to its first one, the sum it is the mean of. */
    static final class Recursion {
        private final int period;
        private double range;

        /** @param period n, at least 2 */
        Recursion(int period) {
            this.period = period;
        }

        /** Takes the bar at {@code index} of the lookback, from 1 on. */
        void take(int index, double trueRange) {
            if (index > period) {
                range = Wilder.next(range, trueRange, period);
                return;
            }
            range += trueRange;
            if (index == period) {
                range /= period;
            }
        }
    }

    /** The average with the last bar's values, in the quote currency; NaN where there are too few bars. */
    double with(double high, double low) {
        if (bars < period) {
            return Double.NaN;
        }
        double last = TrueRange.of(high, low, lastClose);
        return bars == period ? (range + last) / period : Wilder.next(range, last, period);
    }
}

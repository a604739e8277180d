package io.cryptolambda.core.indicator;

/**
 * Wilder's relative strength index over n bars, 0 to 100: {@code 100 * gain / (gain + loss)} of the smoothed averages of
 * gains and losses. Both are seeded with the mean of the first n changes and then smoothed by {@code (previous * (n - 1)
 * + current) / n}. First valid at bar n + 1 (index n). A flat series gives 0. Source: TA-Lib's {@code RSI}, unstable
 * period 0, but for its taking any sum below 1e-8 for flat, which would make most coins priced in that range flat.
 */
final class Rsi {
    private final int period;
    private final int changes;
    private final double gain;
    private final double loss;
    private final double lastClose;

    /**
     * Prepares from a recursion that has taken all of the closed bars that precede the last one.
     *
     * @param bars how many
     * @param lastClose close of the last of them
     */
    Rsi(Recursion closed, int bars, double lastClose) {
        this.period = closed.period;
        this.changes = Math.max(0, bars - 1);
        this.gain = closed.gains;
        this.loss = closed.losses;
        this.lastClose = lastClose;
    }

    /** The averages over closed bars, one after the other; up to their first ones, the sums they are the means of. */
    static final class Recursion {
        private final int period;
        private double gains;
        private double losses;

        /** @param period n, at least 2 */
        Recursion(int period) {
            this.period = period;
        }

        /** Takes the bar at {@code index} of the lookback, from 1 on. */
        void take(int index, double change) {
            double gain = Math.max(change, 0);
            double loss = Math.max(-change, 0);
            if (index > period) {
                gains = Wilder.next(gains, gain, period);
                losses = Wilder.next(losses, loss, period);
                return;
            }
            gains += gain;
            losses += loss;
            if (index == period) {
                gains /= period;
                losses /= period;
            }
        }
    }

    /** The index with {@code close} as the last bar; NaN where there are too few bars. */
    double with(double close) {
        if (changes + 1 < period) {
            return Double.NaN;
        }
        double change = close - lastClose;
        double lastGain = Math.max(change, 0);
        double lastLoss = Math.max(-change, 0);
        boolean completesSeed = changes + 1 == period;
        double gains = completesSeed ? (gain + lastGain) / period : Wilder.next(gain, lastGain, period);
        double losses = completesSeed ? (loss + lastLoss) / period : Wilder.next(loss, lastLoss, period);
        double sum = gains + losses;
        return sum == 0 ? 0 : 100 * (gains / sum);
    }
}

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
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 2
     */
    Rsi(int period, double[] closes, int from, int to) {
        this.period = period;
        this.changes = Math.max(0, to - from - 1);
        this.lastClose = to > from ? closes[to - 1] : Double.NaN;
        double gains = 0;
        double losses = 0;
        int seeded = Math.min(changes, period);
        for (int i = from + 1; i <= from + seeded; i++) {
            double change = closes[i] - closes[i - 1];
            gains += Math.max(change, 0);
            losses += Math.max(-change, 0);
        }
        if (changes >= period) {
            gains /= period;
            losses /= period;
            for (int i = from + period + 1; i < to; i++) {
                double change = closes[i] - closes[i - 1];
                gains = Wilder.next(gains, Math.max(change, 0), period);
                losses = Wilder.next(losses, Math.max(-change, 0), period);
            }
        }
        this.gain = gains;
        this.loss = losses;
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

package io.cryptolambda.core.indicator;

/**
 * Simple moving average: the sum of the last n closes, oldest first, by n. First valid at the n-th bar (index n - 1). Source:
 * TA-Lib's {@code SMA}, without its running sum, which carries rounding from bar to bar.
 */
final class Sma {
    private final int period;
    private final double sumOfPrevious;
    private final boolean valid;

    /**
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 1
     */
    Sma(int period, double[] closes, int from, int to) {
        this.period = period;
        this.valid = to - from + 1 >= period;
        double sum = 0;
        for (int i = Math.max(from, to - period + 1); i < to; i++) {
            sum += closes[i];
        }
        this.sumOfPrevious = sum;
    }

    /** The average with {@code close} as the last bar, in the quote currency; NaN where there are too few bars. */
    double with(double close) {
        return valid ? (sumOfPrevious + close) / period : Double.NaN;
    }
}

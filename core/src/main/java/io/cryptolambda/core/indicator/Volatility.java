package io.cryptolambda.core.indicator;

/**
 * Sample deviation (n - 1) of the last n log returns of closes, a pure number per bar. Mean first, then the squares about
 * it, all sums oldest first. First valid at index n. Not in TA-Lib: the same definition as the features' volatility.
 */
final class Volatility {
    private final double[] previous;
    private final boolean valid;
    private final double sumOfPrevious;
    private final double lastClose;

    /**
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 2
     */
    Volatility(int period, double[] closes, int from, int to) {
        this.valid = to - from >= period;
        this.previous = new double[valid ? period - 1 : 0];
        double sum = 0;
        for (int i = 0; i < previous.length; i++) {
            int at = to - previous.length + i;
            // StrictMath: the same bits on every processor and in every engine.
            previous[i] = StrictMath.log(closes[at] / closes[at - 1]);
            sum += previous[i];
        }
        this.sumOfPrevious = sum;
        this.lastClose = valid ? closes[to - 1] : Double.NaN;
    }

    /** The deviation with {@code close} as the last bar; NaN where there are too few bars. */
    double with(double close) {
        if (!valid) {
            return Double.NaN;
        }
        double last = StrictMath.log(close / lastClose);
        double mean = (sumOfPrevious + last) / (previous.length + 1);
        double squares = 0;
        for (double value : previous) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt((squares + (last - mean) * (last - mean)) / previous.length);
    }
}

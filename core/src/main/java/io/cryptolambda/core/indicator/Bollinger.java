package io.cryptolambda.core.indicator;

import java.util.Arrays;

/**
 * Bollinger bands: the mean of the last n closes, and that plus and minus k population deviations of them. The squares are
 * taken about the mean in a second pass, all sums oldest first. First valid at index n - 1. Source: TA-Lib's {@code BBANDS}
 * with simple averages, but for its deviation as the root of mean square minus squared mean, which loses about half of
 * the digits.
 */
final class Bollinger {
    private final int period;
    private final double deviations;
    private final double[] previous;
    private final double sumOfPrevious;

    /**
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 2
     * @param deviations k
     */
    Bollinger(int period, double deviations, double[] closes, int from, int to) {
        this.period = period;
        this.deviations = deviations;
        this.previous = Arrays.copyOfRange(closes, Math.max(from, to - period + 1), to);
        double sum = 0;
        for (double close : previous) {
            sum += close;
        }
        this.sumOfPrevious = sum;
    }

    /**
     * Writes the upper, middle and lower band with {@code close} as the last bar, in the quote currency, to {@code values}
     * from index {@code at} on; leaves them alone where there are too few bars.
     */
    void with(double close, double[] values, int at) {
        if (previous.length + 1 == period) {
            double mean = (sumOfPrevious + close) / period;
            double width = deviations * deviation(mean, close);
            values[at] = mean + width;
            values[at + 1] = mean;
            values[at + 2] = mean - width;
        }
    }

    private double deviation(double mean, double close) {
        double squares = 0;
        for (double value : previous) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt((squares + (close - mean) * (close - mean)) / period);
    }
}

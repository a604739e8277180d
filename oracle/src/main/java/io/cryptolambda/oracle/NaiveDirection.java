package io.cryptolambda.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Wilder's ranges and directional movement over 14 bars of a whole series; the first bar has neither. */
final class NaiveDirection {
    private static final int N = 14;

    private final List<BarValues> bars;
    private final double[] plus;
    private final double[] minus;

    NaiveDirection(List<BarValues> bars) {
        this.bars = bars;
        double[] ranges = NaiveAverages.wilderSum(perBar(this::trueRange), N);
        this.plus = share(NaiveAverages.wilderSum(perBar(this::movementUp), N), ranges);
        this.minus = share(NaiveAverages.wilderSum(perBar(this::movementDown), N), ranges);
    }

    double[] averageTrueRange() {
        return NaiveAverages.wilder(perBar(this::trueRange), N);
    }

    double[] plusDi() {
        return plus;
    }

    double[] minusDi() {
        return minus;
    }

    /** A bar without direction counts nothing in the first mean, and later leaves the average as it is. */
    double adx() {
        if (plus.length < N) {
            return Double.NaN;
        }
        double adx = 0;
        for (int i = 0; i < plus.length; i++) {
            double both = minus[i] + plus[i];
            double index = both == 0 ? Double.NaN : 100 * (Math.abs(minus[i] - plus[i]) / both);
            if (i < N) {
                adx += both == 0 ? 0 : index;
                adx = i == N - 1 ? adx / N : adx;
            } else if (both != 0) {
                adx = (adx * (N - 1) + index) / N;
            }
        }
        return adx;
    }

    private double trueRange(BarValues before, BarValues bar) {
        double range = bar.high() - bar.low();
        double fromHigh = Math.abs(before.close() - bar.high());
        double fromLow = Math.abs(before.close() - bar.low());
        return Math.max(range, Math.max(fromHigh, fromLow));
    }

    private double movementUp(BarValues before, BarValues bar) {
        double up = bar.high() - before.high();
        double down = before.low() - bar.low();
        return up > down && up > 0 ? up : 0;
    }

    private double movementDown(BarValues before, BarValues bar) {
        double up = bar.high() - before.high();
        double down = before.low() - bar.low();
        return down > up && down > 0 ? down : 0;
    }

    private static double[] share(double[] movements, double[] ranges) {
        double[] shares = new double[ranges.length];
        Arrays.setAll(shares, i -> ranges[i] == 0 ? 0 : 100 * (movements[i] / ranges[i]));
        return shares;
    }

    private interface OfTwo {
        double value(BarValues before, BarValues bar);
    }

    private double[] perBar(OfTwo values) {
        return IntStream.range(1, bars.size())
                .mapToDouble(i -> values.value(bars.get(i - 1), bars.get(i)))
                .toArray();
    }
}

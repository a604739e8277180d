package io.cryptolambda.core.indicator;

/**
 * The inner loops over lanes. One index for all arrays and little else in each loop: that is what the compiler turns into
 * vector instructions (an index plus an offset in one of the arrays, or twenty operations, and it does not).
 */
final class LaneLoops {
    private LaneLoops() {}

    static void add(double[] sums, double[] values) {
        for (int lane = 0; lane < sums.length; lane++) {
            sums[lane] += values[lane];
        }
    }

    static void divide(double[] values, double divisor) {
        for (int lane = 0; lane < values.length; lane++) {
            values[lane] /= divisor;
        }
    }

    static void addSquares(double[] squares, double[] means, double[] values) {
        for (int lane = 0; lane < squares.length; lane++) {
            double deviation = values[lane] - means[lane];
            squares[lane] += deviation * deviation;
        }
    }

    /** {@link Ema#next}. */
    static void ema(double[] averages, double[] values, double factor) {
        for (int lane = 0; lane < averages.length; lane++) {
            double average = averages[lane];
            averages[lane] = (values[lane] - average) * factor + average;
        }
    }

    /** {@link Wilder#next} over 14 bars. */
    static void wilder(double[] means, double[] values) {
        for (int lane = 0; lane < means.length; lane++) {
            double sum = means[lane] * 13 + values[lane];
            means[lane] = Fourteenth.of(sum);
        }
    }

    /** A sum over 14 bars that forgets a fourteenth of itself, and takes in the next value. */
    static void fade(double[] sums, double[] values) {
        for (int lane = 0; lane < sums.length; lane++) {
            double sum = sums[lane];
            sums[lane] = sum - Fourteenth.of(sum) + values[lane];
        }
    }

    /** {@code 100 * |minus_di - plus_di| / (minus_di + plus_di)}, where neither sum is zero. */
    static void direction(double[] directions, double[] plus, double[] minus, double[] range) {
        for (int lane = 0; lane < directions.length; lane++) {
            double plusDi = 100 * (plus[lane] / range[lane]);
            double minusDi = 100 * (minus[lane] / range[lane]);
            directions[lane] = 100 * (Math.abs(minusDi - plusDi) / (minusDi + plusDi));
        }
    }
}

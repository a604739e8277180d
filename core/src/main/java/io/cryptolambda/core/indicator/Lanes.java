package io.cryptolambda.core.indicator;

import java.util.Arrays;

/**
 * The recursions of many windows side by side: lane l of every array belongs to window l. The inner loops run over lanes
 * with one index for all arrays, which is what lets the compiler use vector instructions; each lane goes through the
 * operations of the plain form in its order, so its bits are the same.
 */
final class Lanes {
    private Lanes() {}

    /** Sets {@code sums} to the sums of {@code rows[from, to)}, the first row first. */
    static void sum(double[] sums, double[][] rows, int from, int to) {
        Arrays.fill(sums, 0);
        for (int row = from; row < to; row++) {
            add(sums, rows[row]);
        }
    }

    /** Sets {@code means} to the means of {@code rows[from, to)}. */
    static void mean(double[] means, double[][] rows, int from, int to) {
        sum(means, rows, from, to);
        divide(means, to - from);
    }

    /** Sets {@code squares} to the sums of the squared distances of {@code rows[from, to)} from {@code means}. */
    static void squares(double[] squares, double[] means, double[][] rows, int from, int to) {
        Arrays.fill(squares, 0);
        for (int row = from; row < to; row++) {
            addSquares(squares, means, rows[row]);
        }
    }

    /** {@link Ema#next} with each of {@code rows[from, to)}. */
    static void ema(double[] averages, double[][] rows, int from, int to, double factor) {
        for (int row = from; row < to; row++) {
            ema(averages, rows[row], factor);
        }
    }

    /** {@link Wilder#next} over 14 bars with each of {@code rows[from, to)}. */
    static void wilder(double[] means, double[][] rows, int from, int to) {
        for (int row = from; row < to; row++) {
            wilder(means, rows[row]);
        }
    }

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

    private static void addSquares(double[] squares, double[] means, double[] values) {
        for (int lane = 0; lane < squares.length; lane++) {
            double deviation = values[lane] - means[lane];
            squares[lane] += deviation * deviation;
        }
    }

    private static void ema(double[] averages, double[] values, double factor) {
        for (int lane = 0; lane < averages.length; lane++) {
            double average = averages[lane];
            averages[lane] = (values[lane] - average) * factor + average;
        }
    }

    private static void wilder(double[] means, double[] values) {
        for (int lane = 0; lane < means.length; lane++) {
            double sum = means[lane] * 13 + values[lane];
            means[lane] = Fourteenth.of(sum);
        }
    }
}

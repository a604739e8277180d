package io.cryptolambda.oracle;

import java.util.Arrays;

/** Averages over a whole series: one output for each value from the first valid one on, none where there are too few. */
final class NaiveAverages {
    private NaiveAverages() {}

    /** Mean of each n successive values. */
    static double[] simple(double[] values, int n) {
        double[] out = new double[Math.max(0, values.length - n + 1)];
        Arrays.setAll(out, i -> Statistics.mean(Arrays.copyOfRange(values, i, i + n)));
        return out;
    }

    /** Starts as the mean of the first n; each later value draws it 2 / (n + 1) of the way. */
    static double[] exponential(double[] values, int n) {
        return smoothed(values, n, (average, value) -> (value - average) * (2.0 / (n + 1)) + average);
    }

    /** Starts as the mean of the first n; each later value enters with a weight of 1/n. */
    static double[] wilder(double[] values, int n) {
        return smoothed(values, n, (average, value) -> (average * (n - 1) + value) / n);
    }

    /** Starts as the sum of the first n - 1; each later value enters after 1/n of the sum has left. */
    static double[] wilderSum(double[] values, int n) {
        double[] out = new double[Math.max(0, values.length - n + 1)];
        double sum = out.length == 0 ? 0 : Statistics.sum(Arrays.copyOf(values, n - 1));
        for (int i = 0; i < out.length; i++) {
            sum = sum - sum / n + values[i + n - 1];
            out[i] = sum;
        }
        return out;
    }

    private interface Step {
        double next(double average, double value);
    }

    private static double[] smoothed(double[] values, int n, Step step) {
        double[] out = new double[Math.max(0, values.length - n + 1)];
        for (int i = 0; i < out.length; i++) {
            out[i] = i == 0 ? Statistics.mean(Arrays.copyOf(values, n)) : step.next(out[i - 1], values[i + n - 1]);
        }
        return out;
    }
}

package io.cryptolambda.oracle;

import java.util.Arrays;

/** Sums, means and deviations, one value after the other from the first to the last. */
final class Statistics {
    private Statistics() {}

    /** Not {@code DoubleStream.sum}: that one compensates rounding, which the definitions do not. */
    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    static double mean(double[] values) {
        return sum(values) / values.length;
    }

    /** Root of the mean squared distance from the mean. */
    static double populationDeviation(double[] values) {
        return Math.sqrt(squares(values) / values.length);
    }

    /** The same with one degree of freedom less. */
    static double sampleDeviation(double[] values) {
        return Math.sqrt(squares(values) / (values.length - 1));
    }

    /** How many population deviations the last value lies above the mean; NaN where all values are equal. */
    static double lastScore(double[] values) {
        double last = values[values.length - 1];
        boolean flat = Arrays.stream(values).allMatch(value -> value == last);
        return flat ? Double.NaN : (last - mean(values)) / populationDeviation(values);
    }

    /** The last {@code count} values; there must be as many. */
    static double[] last(double[] values, int count) {
        return Arrays.copyOfRange(values, values.length - count, values.length);
    }

    /** ln(value / value before), from the second on. */
    static double[] logReturns(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        Arrays.setAll(returns, i -> StrictMath.log(values[i + 1] / values[i]));
        return returns;
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return sum(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .toArray());
    }
}

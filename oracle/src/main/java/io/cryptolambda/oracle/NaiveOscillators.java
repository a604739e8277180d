package io.cryptolambda.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The oscillators over 14 bars, each over the whole series. */
final class NaiveOscillators {
    private static final int N = 14;

    private NaiveOscillators() {}

    /** Wilder: {@code 100 * gain / (gain + loss)} of the smoothed changes, 0 where nothing ever moved. */
    static double[] rsi(double[] closes) {
        double[] changes = IntStream.range(1, closes.length)
                .mapToDouble(i -> closes[i] - closes[i - 1])
                .toArray();
        double[] gains = NaiveAverages.wilder(
                Arrays.stream(changes).map(change -> change > 0 ? change : 0).toArray(), N);
        double[] losses = NaiveAverages.wilder(
                Arrays.stream(changes).map(change -> change < 0 ? -change : 0).toArray(), N);
        double[] rsi = new double[gains.length];
        Arrays.setAll(rsi, i -> positiveShare(gains[i], losses[i]));
        return rsi;
    }

    /** Each close's place in the range of the 14 bars up to it, 0 to 100; 0 where they have no range. */
    static double[] fastK(List<BarValues> bars) {
        return IntStream.rangeClosed(N, bars.size())
                .mapToDouble(end -> place(bars.subList(end - N, end)))
                .toArray();
    }

    /** The positive share of the money that flowed in the last 14 bars, 0 where none flowed; NaN if there are too few. */
    static double moneyFlow(List<BarValues> bars) {
        if (bars.size() <= N) {
            return Double.NaN;
        }
        double positive = 0;
        double negative = 0;
        for (int i = bars.size() - N; i < bars.size(); i++) {
            double before = typicalPrice(bars.get(i - 1));
            double typical = typicalPrice(bars.get(i));
            double flow = typical * bars.get(i).volume();
            if (typical > before) {
                positive += flow;
            } else if (typical < before) {
                negative += flow;
            }
        }
        return positiveShare(positive, negative);
    }

    private static double place(List<BarValues> window) {
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (BarValues bar : window) {
            highest = Math.max(highest, bar.high());
            lowest = Math.min(lowest, bar.low());
        }
        double hundredth = (highest - lowest) / 100;
        return hundredth == 0 ? 0 : (window.get(N - 1).close() - lowest) / hundredth;
    }

    private static double typicalPrice(BarValues bar) {
        return (bar.high() + bar.low() + bar.close()) / 3;
    }

    private static double positiveShare(double positive, double negative) {
        double both = positive + negative;
        return both == 0 ? 0 : 100 * (positive / both);
    }
}

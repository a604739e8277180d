package io.cryptolambda.oracle;

import java.util.Arrays;

/**
 * MACD (12, 26, 9) over a whole series. Both averages begin at the 26th close, the fast one with the mean of the 12
 * closes up to it.
 */
record NaiveMacd(double[] line, double[] signal) {

    static NaiveMacd of(double[] closes) {
        double[] slow = NaiveAverages.exponential(closes, 26);
        double[] fast =
                NaiveAverages.exponential(Arrays.copyOfRange(closes, Math.min(14, closes.length), closes.length), 12);
        double[] line = new double[slow.length];
        Arrays.setAll(line, i -> fast[i] - slow[i]);
        return new NaiveMacd(line, NaiveAverages.exponential(line, 9));
    }

    boolean valid() {
        return signal.length > 0;
    }
}

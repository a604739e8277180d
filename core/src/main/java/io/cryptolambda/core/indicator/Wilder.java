package io.cryptolambda.core.indicator;

/** Wilder's smoothing of a mean: the newest value enters with a weight of 1/n. */
final class Wilder {
    private Wilder() {}

    /** One step. The order of operations is TA-Lib's. */
    static double next(double mean, double value, int period) {
        return (mean * (period - 1) + value) / period;
    }
}

package io.cryptolambda.core.indicator;

/** Wilder's smoothing of a mean: the newest value enters with a weight of 1/n. */
final class Wilder {
    private static final int USUAL_PERIOD = 14;

    private Wilder() {}

    /** One step. The order of operations is TA-Lib's. */
    static double next(double mean, double value, int period) {
        return part(mean * (period - 1) + value, period);
    }

    /** {@code x / period}, a division of which costs more than all the rest of a step. */
    static double part(double x, int period) {
        return period == USUAL_PERIOD ? Fourteenth.of(x) : x / period;
    }
}

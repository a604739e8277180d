package io.cryptolambda.core.indicator;

/** Wilder's mean over 14 bars as in {@link Rsi} and {@link Atr}, a window in each lane; its first bar has no value. */
final class WilderLanes extends LaneRecursion {
    private static final int PERIOD = 14;

    final double[] means;
    private final double[][] values;

    WilderLanes(double[][] values, int lanes) {
        this.means = new double[lanes];
        this.values = values;
    }

    @Override
    void step(int bar, int row) {
        if (bar > PERIOD) {
            LaneLoops.wilder(means, values[row]);
        } else if (bar > 0) {
            MeanLanes.add(means, values[row], bar - 1, PERIOD);
        }
    }
}

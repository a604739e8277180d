package io.cryptolambda.core.indicator;

/** {@link Ema}, a window in each lane. */
final class EmaLanes extends LaneRecursion {
    final double[] averages;
    private final double[][] values;
    private final int period;
    private final double factor;

    EmaLanes(int period, double[][] values, int lanes) {
        this.averages = new double[lanes];
        this.values = values;
        this.period = period;
        this.factor = Ema.factor(period);
    }

    @Override
    void step(int bar, int row) {
        if (bar >= period) {
            LaneLoops.ema(averages, values[row], factor);
        } else {
            MeanLanes.add(averages, values[row], bar, period);
        }
    }
}

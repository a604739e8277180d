package io.cryptolambda.core.indicator;

/**
 * {@link DirectionalMovement} over 14 bars, a window in each lane, where the first bars of a window move at all: the sums
 * then stay above zero for good and no step has to ask. A window that does not begin so is told by {@link #isPlain} and
 * left to the plain form.
 */
final class MovementLanes extends LaneRecursion {
    private static final int PERIOD = 14;

    final double[] plus;
    final double[] minus;
    final double[] range;
    final double[] adx;
    private final double[] direction;
    private final boolean[] still;
    private final double[][] ups;
    private final double[][] downs;
    private final double[][] ranges;

    MovementLanes(double[][] ups, double[][] downs, double[][] ranges, int lanes) {
        this.ups = ups;
        this.downs = downs;
        this.ranges = ranges;
        plus = new double[lanes];
        minus = new double[lanes];
        range = new double[lanes];
        adx = new double[lanes];
        direction = new double[lanes];
        still = new boolean[lanes];
    }

    @Override
    void step(int bar, int row) {
        if (bar >= PERIOD) {
            LaneLoops.fade(plus, ups[row]);
            LaneLoops.fade(minus, downs[row]);
            LaneLoops.fade(range, ranges[row]);
            LaneLoops.direction(direction, plus, minus, range);
            if (bar >= 2 * PERIOD) {
                LaneLoops.wilder(adx, direction);
            } else {
                MeanLanes.add(adx, direction, bar - PERIOD, PERIOD);
            }
        } else if (bar > 0) {
            MeanLanes.sum(plus, ups[row], bar - 1);
            MeanLanes.sum(minus, downs[row], bar - 1);
            MeanLanes.sum(range, ranges[row], bar - 1);
            if (bar == PERIOD - 1) {
                findStill();
            }
        }
    }

    /** Whether a window has to be computed by the plain form. */
    boolean isPlain(int lane) {
        return still[lane];
    }

    private void findStill() {
        for (int lane = 0; lane < still.length; lane++) {
            still[lane] = plus[lane] + minus[lane] == 0;
        }
    }
}

package io.cryptolambda.core.indicator;

import java.util.Arrays;

/** The sum of the squared distances of the last bars from their mean, which has to be there, a window in each lane. */
final class SquareLanes extends LaneRecursion {
    final double[] squares;
    private final double[] means;
    private final double[][] values;
    private final int from;

    SquareLanes(int count, int lookback, double[] means, double[][] values) {
        this.squares = new double[means.length];
        this.means = means;
        this.values = values;
        this.from = lookback - count;
    }

    @Override
    void step(int bar, int row) {
        if (bar == from) {
            Arrays.fill(squares, 0);
        }
        LaneLoops.addSquares(squares, means, values[row]);
    }
}

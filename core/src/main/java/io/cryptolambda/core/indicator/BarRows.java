package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicators;

/**
 * How neighbouring windows are laid out for {@link LaneRecursion}. Window {@code lane * stride + offset} finds its bar number b in
 * row {@code offset + b} of its lane, so all windows of one offset go through the same rows, a vector instruction at a
 * time.
 *
 * @param first index of the first bar of the first window
 * @param lanes number of windows side by side
 * @param stride number of neighbouring windows of one lane
 */
record BarRows(int first, int lanes, int stride) {

    /** The values of a series by row and lane, rows before {@code fromRow} left out as zeros. */
    double[][] of(double[] values, int size, int fromRow) {
        int rows = stride + Indicators.LOOKBACK - 1;
        double[][] byRow = new double[rows][lanes];
        for (int row = fromRow; row < rows; row++) {
            double[] target = byRow[row];
            int bar = first + row;
            for (int lane = 0; lane < lanes; lane++, bar += stride) {
                // A lane behind the last window repeats the last bar: what it gives is not asked for.
                target[lane] = values[Math.min(bar, size - 1)];
            }
        }
        return byRow;
    }
}

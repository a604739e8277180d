package io.cryptolambda.core.indicator;

/**
 * A stretch of bars laid out for {@link Lanes}: what a recursion takes in at each bar, computed once a bar, in rows across
 * windows. Window {@code lane * stride + offset} of the stretch finds its bar number b in row {@code offset + b}, so the
 * windows of one offset go through the same rows.
 */
final class BarRows {
    final double[][] closes;
    final double[][] gains;
    final double[][] losses;
    final double[][] ranges;
    final double[][] ups;
    final double[][] downs;
    final double[][] logReturns;
    final double[][] inflows;
    final double[][] outflows;

    /**
     * @param first index of the first bar of the first window; if above 0, what the first row holds of the bar before is
     *     not used by any window
     * @param lanes number of windows side by side
     * @param stride number of neighbouring windows of one lane
     * @param lookback bars of a window
     */
    BarRows(BarSeries bars, int first, int lanes, int stride, int lookback) {
        int rows = stride + lookback - 1;
        closes = new double[rows][lanes];
        gains = new double[rows][lanes];
        losses = new double[rows][lanes];
        ranges = new double[rows][lanes];
        ups = new double[rows][lanes];
        downs = new double[rows][lanes];
        logReturns = new double[rows][lanes];
        inflows = new double[rows][lanes];
        outflows = new double[rows][lanes];
        int bar = first;
        for (int lane = 0; lane < lanes; lane++, bar += stride) {
            for (int row = 0; row < rows; row++) {
                // Lanes behind the last window hold its last bar: whatever they give is not asked for.
                fill(bars, Math.min(bar + row, bars.size() - 1), row, lane);
            }
        }
    }

    private void fill(BarSeries bars, int bar, int row, int lane) {
        double close = bars.closes()[bar];
        closes[row][lane] = close;
        if (bar == 0) {
            return;
        }
        double high = bars.highs()[bar];
        double low = bars.lows()[bar];
        double before = bars.closes()[bar - 1];
        double change = close - before;
        gains[row][lane] = Math.max(change, 0);
        losses[row][lane] = Math.max(-change, 0);
        ranges[row][lane] = TrueRange.of(high, low, before);
        double up = high - bars.highs()[bar - 1];
        double down = bars.lows()[bar - 1] - low;
        ups[row][lane] = DirectionalMovement.plus(up, down);
        downs[row][lane] = DirectionalMovement.minus(up, down);
    }
}

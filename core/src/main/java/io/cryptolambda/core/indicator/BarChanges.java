package io.cryptolambda.core.indicator;

/**
 * What the recursions take in at each bar of a series, computed once a bar instead of once a window: by the same functions
 * as in the plain forms. Index 0 has no bar before it and stays 0.
 */
final class BarChanges {
    final double[] gains;
    final double[] losses;
    final double[] ranges;
    final double[] ups;
    final double[] downs;
    final double[] logReturns;
    final double[] inflows;
    final double[] outflows;

    /** @param first index of the first bar asked for; that of earlier bars stays 0 */
    BarChanges(BarSeries bars, int first) {
        int size = bars.size();
        gains = new double[size];
        losses = new double[size];
        ranges = new double[size];
        ups = new double[size];
        downs = new double[size];
        logReturns = new double[size];
        inflows = new double[size];
        outflows = new double[size];
        for (int i = Math.max(1, first); i < size; i++) {
            double change = bars.close(i) - bars.close(i - 1);
            gains[i] = Math.max(change, 0);
            losses[i] = Math.max(-change, 0);
            ranges[i] = TrueRange.of(bars.high(i), bars.low(i), bars.close(i - 1));
            double up = bars.high(i) - bars.high(i - 1);
            double down = bars.low(i - 1) - bars.low(i);
            ups[i] = DirectionalMovement.plus(up, down);
            downs[i] = DirectionalMovement.minus(up, down);
            logReturns[i] = StrictMath.log(bars.close(i) / bars.close(i - 1));
            double typical = Mfi.typical(bars, i);
            double before = Mfi.typical(bars, i - 1);
            double flow = typical * bars.volume(i);
            inflows[i] = typical > before ? flow : 0;
            outflows[i] = typical < before ? flow : 0;
        }
    }
}

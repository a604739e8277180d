package io.cryptolambda.batch.view;

import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.indicator.IndicatorPrefix;

/** The last bars of one interval, as far as indicators look back. */
final class BarLookback {
    private final RecentPositions positions = new RecentPositions(Indicators.LOOKBACK);
    private double[] closes = new double[2 * Indicators.LOOKBACK];
    private int size;

    /** Adds the next bar: its close and the latest of its candles' winning records. */
    void add(double close, LogPosition position) {
        if (size == closes.length) {
            int kept = Indicators.LOOKBACK - 1;
            System.arraycopy(closes, size - kept, closes, 0, kept);
            size = kept;
        }
        closes[size++] = close;
        positions.add(position);
    }

    /** The indicators of the newest bar. */
    Indicators indicators() {
        int newest = size - 1;
        return IndicatorPrefix.before(closes, newest).with(closes[newest]);
    }

    /** The latest winning record that the newest bar's indicators rest on. */
    LogPosition latest() {
        return positions.latest();
    }
}

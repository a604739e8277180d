package io.cryptolambda.batch.view;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;

/** The last bars of one interval, as far as indicators look back. */
final class BarLookback {
    // Pruned in strides, so that the series is not moved at every bar.
    private static final int CAPACITY = 2 * Indicators.LOOKBACK;

    private final RecentPositions positions = new RecentPositions(Indicators.LOOKBACK);
    private final BarSeries bars = new BarSeries(CAPACITY);

    /** Adds the next bar and the latest of its candles' winning records; returns the bar's indicators. */
    Indicators add(Bar bar, LogPosition position) {
        if (bars.size() == CAPACITY) {
            bars.dropOldest(CAPACITY - Indicators.LOOKBACK + 1);
        }
        positions.add(position);
        int newest = bars.put(bar);
        return IndicatorPrefix.before(bars, newest).with(bar.market());
    }

    /** The latest winning record that the newest bar's indicators rest on. */
    LogPosition latest() {
        return positions.latest();
    }
}

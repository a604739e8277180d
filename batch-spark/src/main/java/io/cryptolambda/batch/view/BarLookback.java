package io.cryptolambda.batch.view;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;

/** The last bars of one interval, as far as indicators look back. */
final class BarLookback {
    // Pruned in strides, so that the series is not moved at every bar.
    private static final int CAPACITY = 2 * Indicators.LOOKBACK;

    private final RecentPositions positions = new RecentPositions(Indicators.LOOKBACK);
    private final BarSeries bars = new BarSeries(CAPACITY);
    private MarketValues newest;

    /** Adds the next bar and the latest of its candles' winning records. */
    void add(Bar bar, LogPosition position) {
        if (bars.size() == CAPACITY) {
            bars.dropOldest(CAPACITY - Indicators.LOOKBACK + 1);
        }
        bars.put(bar);
        positions.add(position);
        newest = bar.market();
    }

    /** The indicators of the newest bar. */
    Indicators indicators() {
        return IndicatorPrefix.before(bars, bars.size() - 1).with(newest);
    }

    /** The latest winning record that the newest bar's indicators rest on. */
    LogPosition latest() {
        return positions.latest();
    }
}

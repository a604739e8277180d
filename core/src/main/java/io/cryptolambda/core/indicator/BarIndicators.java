package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicator;

/** The indicators of many bars that rest on a few bars each, and the same ones whatever the window: computed once a bar. */
final class BarIndicators {
    private final BarSeries bars;
    private final double[] slow;
    private final int first;

    /** @param first index of the first bar asked for; there must be {@value Stochastic#FIRST} before it */
    BarIndicators(BarSeries bars, int first) {
        this.bars = bars;
        this.first = first - 2;
        double[] places = new double[bars.size() - first + 4];
        for (int i = 0; i < places.length; i++) {
            places[i] = Stochastic.place(bars, first - 4 + i);
        }
        slow = new double[places.length - 2];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = Stochastic.mean(places[i] + places[i + 1], places[i + 2]);
        }
    }

    /** Writes what the bar at {@code bar} gives. */
    void write(int bar, double quoteVolume, IndicatorColumns out, int row) {
        int at = bar - first;
        out.set(Indicator.STOCH_K, row, slow[at]);
        out.set(Indicator.STOCH_D, row, Stochastic.mean(slow[at - 2] + slow[at - 1], slow[at]));
        out.set(Indicator.VWAP, row, quoteVolume / bars.volume(bar));
    }
}

package io.cryptolambda.batch.view;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorColumns;
import io.cryptolambda.core.indicator.IndicatorWindows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@link IndicatorPass} for all bars of one symbol and interval: the same rows, computed some thousand side by side. Holds
 * as many bars, whatever the history.
 */
final class IndicatorBatch {
    /** How many bars come together: some hundred windows at a time keep the lanes full. */
    static final int BARS = 2048;

    private static final int CARRIED = Indicators.LOOKBACK - 1;

    private final BarSeries series = new BarSeries(CARRIED + BARS);
    private final RecentPositions positions = new RecentPositions(Indicators.LOOKBACK);
    private final List<RolledBar> waiting = new ArrayList<>();
    private final List<LogPosition> lookbacks = new ArrayList<>();

    /** Takes the next bar; gives out what has come together, if that is enough. */
    void add(RolledBar rolled, Consumer<ViewBar> out) {
        series.put(rolled.bar());
        positions.add(rolled.position());
        waiting.add(rolled);
        lookbacks.add(positions.latest());
        if (waiting.size() == BARS) {
            finish(out);
        }
    }

    /** Gives out the bars that have come together. */
    void finish(Consumer<ViewBar> out) {
        double[] quoteVolumes = waiting.stream()
                .map(rolled -> rolled.bar().market())
                .map(MarketValues::quoteVolume)
                .mapToDouble(Number::doubleValue)
                .toArray();
        IndicatorColumns indicators = IndicatorWindows.of(series, series.size() - waiting.size(), quoteVolumes);
        for (int row = 0; row < waiting.size(); row++) {
            out.accept(view(waiting.get(row), lookbacks.get(row), indicators.at(row)));
        }
        waiting.clear();
        lookbacks.clear();
        series.dropOldest(Math.max(0, series.size() - CARRIED));
    }

    /** The row of a bar: it rests on its lookback and, where its last minute is missing, on the record that closed it. */
    static ViewBar view(RolledBar rolled, LogPosition lookback, Indicators indicators) {
        Bar bar = rolled.bar();
        LogPosition asOf = lookback.orLater(rolled.closedBy());
        EnrichedBar enriched = new EnrichedBar(
                rolled.exchange(),
                rolled.symbol(),
                bar,
                rolled.closed(),
                indicators,
                asOf.asOf(),
                asOf.appendTime(),
                asOf.partition(),
                true);
        return new ViewBar(enriched, rolled);
    }
}

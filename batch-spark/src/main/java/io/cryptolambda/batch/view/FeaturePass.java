package io.cryptolambda.batch.view;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.feature.FeatureSeries;
import java.util.function.Consumer;

/**
 * The rolling features of a symbol's candles. A document rests on the latest of the winning records in its lookback. All
 * are complete: the symbol's whole log has been read.
 */
public final class FeaturePass implements SymbolPass.Computation<EnrichedCandle> {
    private final FeatureSeries series = new FeatureSeries();
    private final RecentPositions positions = new RecentPositions(Features.LOOKBACK);

    @Override
    public void accept(Winner winner, Consumer<EnrichedCandle> out) {
        series.put(winner.candle());
        if (series.size() > Features.LOOKBACK) {
            series.dropOldest(1);
        }
        positions.add(winner.position());
        LogPosition latest = positions.latest();
        out.accept(new EnrichedCandle(
                winner.candle(),
                series.featuresAt(series.size() - 1),
                winner.position().asOf(),
                latest.asOf(),
                latest.appendTime(),
                latest.partition(),
                true,
                false));
    }

    @Override
    public void finish(Consumer<EnrichedCandle> out) {
        // Nothing is held back: a candle's features need no later candle.
    }
}

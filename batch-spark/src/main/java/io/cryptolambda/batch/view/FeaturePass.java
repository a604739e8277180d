package io.cryptolambda.batch.view;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.feature.FeatureSeries;

/**
 * The third pass: a symbol's candles in open-time order, with their rolling features. A document rests on the latest of
 * the winning records in its lookback. All are complete: batch knows the symbol's whole log. After 60 candles the result
 * does not depend on what came before them, so a pass may begin anywhere that many candles early.
 */
public final class FeaturePass implements UpdatablePass<ViewCandle, Winner> {
    private final FeatureSeries series = new FeatureSeries();
    private final RecentPositions positions = new RecentPositions(Features.LOOKBACK);

    @Override
    public long openTime(Winner now) {
        return now.candle().openTime();
    }

    @Override
    public long openTimeOf(ViewCandle row) {
        return row.enriched().candle().openTime();
    }

    @Override
    public void prime(ViewCandle row) {
        lookBackAt(row.enriched().candle(), row.position());
    }

    @Override
    public ViewCandle add(Winner now) {
        return add(now.candle(), now.position());
    }

    @Override
    public ViewCandle again(ViewCandle row, LogPosition laterDays) {
        return add(row.enriched().candle(), row.position());
    }

    private void lookBackAt(Candle candle, LogPosition position) {
        series.put(candle);
        if (series.size() > Features.LOOKBACK) {
            series.dropOldest(1);
        }
        positions.add(position);
    }

    private ViewCandle add(Candle candle, LogPosition position) {
        lookBackAt(candle, position);
        LogPosition latest = positions.latest();
        EnrichedCandle enriched = new EnrichedCandle(
                candle,
                series.featuresAt(series.size() - 1),
                position.asOf(),
                latest.asOf(),
                latest.appendTime(),
                latest.partition(),
                true,
                false);
        return new ViewCandle(enriched, position);
    }
}

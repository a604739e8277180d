package io.cryptolambda.bench.accuracy;

import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.feature.FeatureSeries;
import io.cryptolambda.core.testing.RelativeDeviation;
import io.cryptolambda.oracle.NaiveFeatures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The features of every candle beside the plain definitions. */
final class FeatureDeviations {
    private final Map<Feature, Largest> fromOracle = new EnumMap<>(Feature.class);
    private long compared;

    FeatureDeviations() {
        for (Feature feature : Feature.values()) {
            fromOracle.put(feature, new Largest());
        }
    }

    void compare(CandleRuns.Run run, int step) {
        List<Candle> candles = run.candles();
        FeatureSeries series = new FeatureSeries();
        candles.forEach(series::put);
        for (int i = 0; i < candles.size(); i += step) {
            Features ours = series.featuresAt(i);
            Features plain = NaiveFeatures.of(candles.subList(Math.max(0, i + 1 - Features.LOOKBACK), i + 1));
            for (Feature feature : Feature.values()) {
                double deviation = RelativeDeviation.of(ours.get(feature), plain.get(feature));
                fromOracle.get(feature).see(deviation, run.name() + ", candle " + i);
            }
            compared++;
        }
    }

    boolean hold() {
        return compared > 0 && fromOracle.values().stream().allMatch(largest -> largest.deviation() == 0);
    }

    String table() {
        TextTable table = new TextTable("feature, of " + compared + " candles", "from the oracle");
        fromOracle.forEach((feature, largest) -> table.add(feature.text(), largest.text()));
        return table.toString();
    }
}

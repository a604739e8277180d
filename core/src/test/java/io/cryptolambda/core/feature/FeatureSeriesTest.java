package io.cryptolambda.core.feature;

import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.testing.Candles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureSeriesTest {
    @Test
    void shouldHaveNoGapAndNoReturnForTheFirstCandle() {
        FeatureSeries series = new FeatureSeries();
        series.put(candle(0, "100"));

        double[] nothing = new double[Feature.COUNT];
        Arrays.fill(nothing, Double.NaN);
        assertThat(series.featuresAt(0)).isEqualTo(new Features(nothing, null, 1));
    }

    @Test
    void shouldCountTheMinutesMissingBeforeACandle() {
        FeatureSeries series = new FeatureSeries();
        series.put(candle(0, "100"));
        series.put(candle(1, "110"));
        series.put(candle(82, "110"));

        assertThat(series.featuresAt(1).gapMinutes()).isZero();
        assertThat(series.featuresAt(1).get(Feature.LOG_RETURN_1)).isEqualTo(StrictMath.log(1.1));
        assertThat(series.featuresAt(2).gapMinutes()).isEqualTo(80);
    }

    @Test
    void shouldGiveVwapFromSixtyCandlesAndVolatilityFromSixtyOne() {
        FeatureSeries series = new FeatureSeries();
        for (int i = 0; i < 61; i++) {
            series.put(candle(i, i % 2 == 0 ? "100" : "101"));
        }

        assertThat(series.featuresAt(58).get(Feature.VWAP_60)).isNaN();
        assertThat(series.featuresAt(59).get(Feature.VWAP_60)).isCloseTo(100.5, within(1e-9));
        assertThat(series.featuresAt(59).get(Feature.VOLATILITY_60)).isNaN();
        // Returns alternate between +r and -r, 30 of each: the sample variance is 60 r^2 / 59.
        double r = Math.log(1.01);
        assertThat(series.featuresAt(60).get(Feature.VOLATILITY_60)).isCloseTo(r * Math.sqrt(60.0 / 59), within(1e-12));
        assertThat(series.featuresAt(60).lookback()).isEqualTo(61);
    }

    @Test
    void shouldGiveNullWhereNothingWasTraded() {
        FeatureSeries series = new FeatureSeries();
        for (int i = 0; i < 60; i++) {
            series.put(candle("BTCUSDT", i, "100", "0"));
        }
        assertThat(series.featuresAt(59).get(Feature.VWAP_60)).isNaN();
    }

    @Test
    void shouldGiveTheSameBitsInWhateverOrderCandlesAndRevisionsCame() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Candle> candles = Candles.randomWalk(random, "BTCUSDT", 150 + random.nextInt(300));
            FeatureSeries inOrder = new FeatureSeries();
            candles.forEach(inOrder::put);

            FeatureSeries shuffled = new FeatureSeries();
            List<Candle> anyOrder = new ArrayList<>(candles);
            Collections.shuffle(anyOrder, random);
            for (Candle candle : anyOrder) {
                if (random.nextInt(4) == 0) {
                    shuffled.put(Candles.revised(random, candle));
                }
                shuffled.put(candle);
            }

            assertThat(all(shuffled)).as("seed %d", seed).isEqualTo(all(inOrder));
        }
    }

    @Test
    void shouldGiveTheSameBitsAfterForgettingWhatNoLookbackReaches() {
        List<Candle> candles = Candles.randomWalk(new Random(3), "BTCUSDT", 2_000);
        FeatureSeries whole = new FeatureSeries();
        FeatureSeries bounded = new FeatureSeries();
        for (Candle candle : candles) {
            int index = whole.put(candle);
            int at = bounded.put(candle);
            assertThat(bounded.featuresAt(at)).isEqualTo(whole.featuresAt(index));
            bounded.dropOldest(Math.max(0, bounded.size() - 100));
        }
        assertThat(bounded.size()).isEqualTo(100);
        assertThat(bounded.countBefore(candles.get(1_950).openTime())).isEqualTo(50);
    }

    private static List<Features> all(FeatureSeries series) {
        List<Features> features = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            features.add(series.featuresAt(i));
        }
        return features;
    }
}

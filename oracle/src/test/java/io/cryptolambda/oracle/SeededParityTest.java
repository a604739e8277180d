package io.cryptolambda.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.feature.FeatureSeries;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import io.cryptolambda.core.testing.Candles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever order records come in, however often and in how many versions, and wherever a layer starts anew from what a
 * lookback needs (after a restart, or where batch hands over to speed): the bits of the definitions.
 */
class SeededParityTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldGiveTheFeaturesOfTheDefinitionsFromAnyLog(long seed) {
        Random random = new Random(seed);
        Story story = story(random, 400 + random.nextInt(200));
        List<EnrichedCandle> expected =
                new NaiveOracle(story.log(), 0).candles().toList();

        FeatureSeries series = new FeatureSeries();
        story.log().forEach(logged -> series.put(logged.candle()));

        for (int i = 0; i < expected.size(); i++) {
            assertThat(series.featuresAt(i))
                    .as("candle %d", i)
                    .isEqualTo(expected.get(i).features());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void shouldGiveTheSameFeaturesWhereverItStartsAnew(long seed) {
        Random random = new Random(seed);
        List<Candle> candles = Candles.randomWalk(random, "BTCUSDT", 400);
        for (int start = Features.LOOKBACK; start < candles.size(); start += 1 + random.nextInt(3)) {
            FeatureSeries series = new FeatureSeries();
            candles.subList(start - Features.LOOKBACK + 1, start + 1).forEach(series::put);

            assertThat(series.featuresAt(Features.LOOKBACK - 1))
                    .as("from candle %d on", start)
                    .isEqualTo(NaiveFeatures.of(candles.subList(start - Features.LOOKBACK + 1, start + 1)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void shouldGiveTheIndicatorsOfTheDefinitionsFromAnyLog(long seed) {
        Random random = new Random(seed);
        Story story = story(random, 2_500 + random.nextInt(500));
        NaiveOracle oracle = new NaiveOracle(story.log(), 0);
        for (Interval interval : List.of(Interval.FIVE_MINUTES, Interval.ONE_HOUR)) {
            List<EnrichedBar> expected = oracle.bars(interval).toList();
            BarSeries series = anyOrder(random, expected);
            for (int i = 0; i < expected.size(); i += 1 + random.nextInt(4)) {
                assertThat(IndicatorPrefix.before(series, i)
                                .with(expected.get(i).bar().market()))
                        .as("%s bar %d", interval, i)
                        .isEqualTo(expected.get(i).indicators());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    void shouldGiveTheSameIndicatorsWhereverItStartsAnew(long seed) {
        Random random = new Random(seed);
        List<Bar> bars = Candles.randomWalk(random, "BTCUSDT", 1_200).stream()
                .map(Bar::of)
                .toList();
        List<BarValues> values =
                bars.stream().map(bar -> BarValues.of(bar.market())).toList();
        for (int last = 0; last < bars.size(); last += 1 + random.nextInt(20)) {
            int needed = Math.max(0, last - Indicators.LOOKBACK + 1);
            int from = random.nextInt(needed + 1);
            BarSeries series = new BarSeries();
            bars.subList(from, last).forEach(series::put);
            series.dropOldest(random.nextInt(needed - from + 1));

            assertThat(IndicatorPrefix.before(series, series.size())
                            .with(bars.get(last).market()))
                    .as("bar %d of a series from %d on", last, from)
                    .isEqualTo(NaiveIndicators.of(values.subList(needed, last + 1)));
        }
    }

    /** The bars put in any order, some of them with the values of another one first. */
    private static BarSeries anyOrder(Random random, List<EnrichedBar> bars) {
        List<EnrichedBar> order = new ArrayList<>(bars);
        Collections.shuffle(order, random);
        BarSeries series = new BarSeries();
        for (EnrichedBar bar : order) {
            if (random.nextInt(4) == 0) {
                series.put(bar.bar().openTime(), 3, 1, 2, 1);
            }
            series.put(bar.bar());
        }
        return series;
    }

    /** A walk with candles missing, records moved, doubled, revised, and revised back. */
    private static Story story(Random random, int candles) {
        List<Candle> records = new ArrayList<>();
        for (Candle candle : Candles.randomWalk(random, "BTCUSDT", candles)) {
            records.add(candle);
            switch (random.nextInt(20)) {
                case 0 -> records.add(candle);
                case 1 -> records.add(Candles.revised(random, candle));
                case 2 -> records.addAll(List.of(candle, Candles.revised(random, candle), candle));
                default -> {}
            }
        }
        for (int i = 0; i < records.size() / 10; i++) {
            Candle moved = records.remove(random.nextInt(records.size()));
            records.add(random.nextInt(records.size() + 1), moved);
        }
        Story story = new Story();
        records.forEach(story::record);
        return story;
    }
}

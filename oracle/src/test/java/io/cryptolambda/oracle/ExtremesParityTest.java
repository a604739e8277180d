package io.cryptolambda.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.feature.FeatureSeries;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import io.cryptolambda.core.testing.Extreme;
import io.cryptolambda.core.testing.RealSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layers' math against the plain definitions at the edges of the contract, to the bit. */
class ExtremesParityTest {
    /** As many bars as no, some and all indicators need, and one more than the lookback. */
    private static final List<Integer> LENGTHS = List.of(1, 2, 13, 14, 15, 17, 18, 20, 21, 26, 34, 399, 400, 401);

    @ParameterizedTest
    @EnumSource
    void shouldGiveTheIndicatorsOfTheDefinitions(Extreme extreme) {
        List<Candle> candles = extreme.candles(new Random(7), 401);
        List<Bar> bars = candles.stream().map(Bar::of).toList();
        BarSeries series = RealSpan.series(bars);
        List<BarValues> values =
                bars.stream().map(bar -> BarValues.of(bar.market())).toList();
        for (int length : LENGTHS) {
            int from = Math.max(0, length - Indicators.LOOKBACK);
            Indicators expected = NaiveIndicators.of(values.subList(from, length));

            assertThat(IndicatorPrefix.before(series, length - 1)
                            .with(bars.get(length - 1).market()))
                    .as("%d bars", length)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveTheFeaturesOfTheDefinitions(Extreme extreme) {
        List<Candle> candles = extreme.candles(new Random(8), 200);
        FeatureSeries series = new FeatureSeries();
        for (int i = 0; i < candles.size(); i++) {
            series.put(candles.get(i));
            List<Candle> lookback = candles.subList(Math.max(0, i + 1 - Features.LOOKBACK), i + 1);

            assertThat(series.featuresAt(i)).as("candle %d", i).isEqualTo(NaiveFeatures.of(lookback));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRollUpToTheSumsOfTheDefinitions(Extreme extreme) {
        Story story = new Story();
        List<Candle> candles = extreme.candles(new Random(9), 3_000);
        candles.forEach(story::record);
        NaiveOracle oracle = new NaiveOracle(story.log(), 0);

        RealSpan.ladder(candles.stream().map(Bar::of).toList()).forEach((interval, bars) -> assertThat(bars)
                .as("%s", interval)
                .isEqualTo(
                        interval == Interval.ONE_MINUTE
                                ? bars
                                : NaiveBar.of(interval, oracle.winners()).stream()
                                        .map(bar -> bar.toBar(interval))
                                        .toList()));
    }

    @Test
    void shouldAddUpWhatNoLongCanHold() {
        List<Candle> candles = Extreme.LARGEST_VOLUMES.candles(new Random(9), 1_440);
        Bar day = RealSpan.ladder(candles.stream().map(Bar::of).toList())
                .get(Interval.ONE_DAY)
                .get(0);

        assertThat(day.market().volume().unscaledValue().bitLength()).isGreaterThan(64);
        assertThat(day.market().volume())
                .isEqualTo(candles.stream()
                        .map(candle -> candle.market().volume())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void shouldFollowTaLibsConventionsWhereNothingMoves() {
        List<Bar> bars =
                Extreme.FLAT.candles(new Random(1), 400).stream().map(Bar::of).toList();
        Indicators flat = IndicatorPrefix.before(RealSpan.series(bars), 399)
                .with(bars.get(399).market());

        for (Indicator zero : List.of(
                Indicator.RSI_14,
                Indicator.ATR_14,
                Indicator.ADX_14,
                Indicator.PLUS_DI_14,
                Indicator.MINUS_DI_14,
                Indicator.STOCH_K,
                Indicator.STOCH_D,
                Indicator.MFI_14,
                Indicator.VOLATILITY_20)) {
            assertThat(flat.get(zero)).as("%s", zero).isZero();
        }
    }

    @Test
    void shouldHaveNoScoreOfARoundingWhereNothingMoves() {
        FeatureSeries series = new FeatureSeries();
        Extreme.FLAT.candles(new Random(1), 61).forEach(series::put);

        Features flat = series.featuresAt(60);

        assertThat(flat.get(Feature.ZSCORE_20)).isNaN();
        assertThat(flat.get(Feature.VOLUME_ZSCORE_60)).isNaN();
        assertThat(flat.get(Feature.VOLATILITY_60)).isZero();
        assertThat(flat.get(Feature.DRAWDOWN_60)).isZero();
    }

    @Test
    void shouldHaveNoRatioOfNothingTraded() {
        FeatureSeries series = new FeatureSeries();
        List<Candle> candles = Extreme.ZERO_VOLUME.candles(new Random(1), 61);
        candles.forEach(series::put);

        Features still = series.featuresAt(60);
        Indicators indicators =
                IndicatorPrefix.before(new BarSeries(), 0).with(candles.get(60).market());

        for (Feature absent :
                List.of(Feature.VWAP_15, Feature.VWAP_60, Feature.TAKER_BUY_RATIO_15, Feature.VOLUME_ZSCORE_60)) {
            assertThat(still.get(absent)).as("%s", absent).isNaN();
        }
        assertThat(still.get(Feature.ZSCORE_20)).isFinite();
        assertThat(indicators.get(Indicator.VWAP)).isNaN();
    }
}

package io.cryptolambda.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.feature.FeatureSeries;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import io.cryptolambda.core.testing.RealSpan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layers' math against the plain definitions on real data, to the bit. */
class RealDataParityTest {
    // Not all, for CI's sake: the deviation table of bench/ takes every one.
    private static final int CANDLE_STEP = 7;
    private static final int MINUTE_STEP = 53;
    private static final int BAR_STEP = 7;

    @ParameterizedTest
    @EnumSource
    void shouldGiveTheFeaturesOfTheDefinitions(RealSpan span) throws IOException {
        for (String symbol : RealSpan.SYMBOLS) {
            List<Candle> candles = span.candles(symbol);
            FeatureSeries series = new FeatureSeries();
            candles.forEach(series::put);
            for (int i = 0; i < candles.size(); i += CANDLE_STEP) {
                List<Candle> lookback = candles.subList(Math.max(0, i + 1 - Features.LOOKBACK), i + 1);
                assertThat(series.featuresAt(i)).as("%s candle %d", symbol, i).isEqualTo(NaiveFeatures.of(lookback));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveTheIndicatorsOfTheDefinitions(RealSpan span) throws IOException {
        for (String symbol : RealSpan.SYMBOLS) {
            span.bars(symbol).forEach((interval, bars) -> compare(symbol, interval, bars));
        }
    }

    private static void compare(String symbol, Interval interval, List<Bar> bars) {
        BarSeries series = RealSpan.series(bars);
        List<BarValues> values =
                bars.stream().map(bar -> BarValues.of(bar.market())).toList();
        for (int i = 0; i < bars.size(); i += interval == Interval.ONE_MINUTE ? MINUTE_STEP : BAR_STEP) {
            List<BarValues> lookback = values.subList(Math.max(0, i + 1 - Indicators.LOOKBACK), i + 1);
            assertThat(IndicatorPrefix.before(series, i).with(bars.get(i).market()))
                    .as("%s %s bar %d", symbol, interval, i)
                    .isEqualTo(NaiveIndicators.of(lookback));
        }
    }
}

package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.RealSpan;
import io.cryptolambda.core.testing.RelativeDeviation;
import io.cryptolambda.core.testing.TaLib;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorPrefixTest {
    private final List<Bar> bars = Candles.randomWalk(new Random(5), "BTCUSDT", 900).stream()
            .map(Bar::of)
            .toList();
    private final BarSeries series = RealSpan.series(bars);

    @ParameterizedTest
    @CsvSource({
        "SMA_20, 19", "SMA_50, 49", "SMA_200, 199", "EMA_12, 11", "EMA_26, 25", "EMA_50, 49",
        "MACD, 33", "MACD_SIGNAL, 33", "MACD_HIST, 33", "RSI_14, 14", "BB_UPPER, 19", "BB_MIDDLE, 19",
        "BB_LOWER, 19", "ATR_14, 14", "ADX_14, 27", "PLUS_DI_14, 14", "MINUS_DI_14, 14", "STOCH_K, 17",
        "STOCH_D, 17", "MFI_14, 14", "VWAP, 0", "VOLATILITY_20, 20",
    })
    void shouldBeThereFromTheFirstValidBarOn(Indicator indicator, int first) {
        for (int bar = 0; bar < 450; bar++) {
            assertThat(Double.isNaN(at(bar).get(indicator)))
                    .as("%s absent at bar %d", indicator, bar)
                    .isEqualTo(bar < first);
        }
    }

    @Test
    void shouldEqualTaLibOnEveryLookbackOfARandomWalk() {
        TaLib taLib = new TaLib();
        for (int bar = 0; bar < bars.size(); bar++) {
            double[] theirs = taLib.of(series, Math.max(0, bar - Indicators.LOOKBACK + 1), bar + 1);
            for (Indicator indicator : Indicator.values()) {
                if (!TaLib.NOT_IN_TA_LIB.contains(indicator)) {
                    assertThat(RelativeDeviation.of(indicator, at(bar).get(indicator), theirs[indicator.ordinal()]))
                            .as("%s of bar %d", indicator, bar)
                            .isLessThan(indicator.name().startsWith("BB") ? 1e-6 : 1e-9);
                }
            }
        }
    }

    @Test
    void shouldDependOnTheLastFourHundredBarsAlone() {
        BarSeries lastFourHundred = RealSpan.series(bars.subList(500, 900));

        assertThat(IndicatorPrefix.before(lastFourHundred, 399)
                        .with(bars.get(899).market()))
                .isEqualTo(at(899));
    }

    @Test
    void shouldNotChangeWithTheSeriesItWasMadeOf() {
        Indicators expected = at(700);
        BarSeries changing = RealSpan.series(bars.subList(0, 700));

        IndicatorPrefix prefix = IndicatorPrefix.before(changing, 700);
        changing.dropOldest(600);
        changing.put(bars.get(700));

        assertThat(prefix.with(bars.get(700).market())).isEqualTo(expected);
    }

    @Test
    void shouldScaleExactlyWithThePrice() {
        double unit = Math.scalb(1, -40);
        BarSeries scaled = new BarSeries();
        for (int i = 0; i < series.size(); i++) {
            scaled.put(i, series.high(i) * unit, series.low(i) * unit, series.close(i) * unit, series.volume(i));
        }
        Indicators large = at(899);
        int last = series.size() - 1;
        Indicators small = IndicatorPrefix.before(scaled, last)
                .with(
                        scaled.high(last),
                        scaled.low(last),
                        scaled.close(last),
                        scaled.volume(last),
                        bars.get(last).market().quoteVolume().doubleValue() * unit);

        // Where TA-Lib has thresholds of 1e-8, prices of 4e-8 would all be flat.
        for (Indicator indicator : Indicator.values()) {
            double expected =
                    switch (indicator) {
                        case RSI_14, ADX_14, PLUS_DI_14, MINUS_DI_14, STOCH_K, STOCH_D, MFI_14, VOLATILITY_20 ->
                            large.get(indicator);
                        default -> large.get(indicator) * unit;
                    };
            assertThat(small.get(indicator)).as("%s", indicator).isEqualTo(expected);
        }
    }

    private Indicators at(int bar) {
        return IndicatorPrefix.before(series, bar).with(bars.get(bar).market());
    }
}

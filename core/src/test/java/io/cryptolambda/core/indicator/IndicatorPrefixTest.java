package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.testing.Candles;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorPrefixTest {
    private final List<Bar> bars = Candles.randomWalk(new Random(5), "BTCUSDT", 1_500).stream()
            .map(Bar::of)
            .toList();
    private final BarSeries series = series(bars);

    @Test
    void shouldEqualTaLibOnEveryLookbackOfARandomWalk() {
        for (int bar = 0; bar < bars.size(); bar++) {
            Indicators ours = at(bar);
            TaLib taLib = new TaLib(series, Math.max(0, bar - Indicators.LOOKBACK + 1), bar + 1);
            for (Indicator indicator : Indicator.values()) {
                double[] theirs = taLib.all(indicator);
                if (indicator != Indicator.VWAP && indicator != Indicator.VOLATILITY_20) {
                    assertThat(ours.get(indicator))
                            .as("%s of bar %d", indicator, bar)
                            .satisfies(value -> assertSame(value, theirs[theirs.length - 1]));
                }
            }
        }
    }

    private static void assertSame(double ours, double theirs) {
        if (Double.isNaN(theirs)) {
            assertThat(ours).isNaN();
        } else {
            assertThat(ours).isCloseTo(theirs, within(1e-6 * Math.abs(theirs) + 1e-9));
        }
    }

    private Indicators at(int bar) {
        return IndicatorPrefix.before(series, bar).with(bars.get(bar).market());
    }

    private static BarSeries series(List<Bar> bars) {
        BarSeries series = new BarSeries();
        bars.forEach(series::put);
        return series;
    }
}

package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.testing.Candles;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IndicatorPrefixTest {
    private final Core taLib = new Core();

    @Test
    void shouldEqualTaLibOnEveryLookbackOfARandomWalk() {
        double[] closes = Candles.randomWalk(new Random(5), "BTCUSDT", 1_500).stream()
                .map(Candle::market)
                .mapToDouble(market -> market.close().doubleValue())
                .toArray();
        for (int bar = 0; bar < closes.length; bar++) {
            assertEqualsTaLib(closes, bar);
        }
    }

    @Test
    void shouldGiveNothingWhereTaLibGivesNothing() {
        double[] closes = new double[20];
        Arrays.setAll(closes, i -> 100 + i);

        assertThat(IndicatorPrefix.before(closes, 0).with(closes[0])).isEqualTo(new Indicators(null, null));
        assertThat(IndicatorPrefix.before(closes, 13).with(closes[13]).rsi14()).isNull();
        assertThat(IndicatorPrefix.before(closes, 14).with(closes[14]).rsi14()).isEqualTo(100);
        assertThat(IndicatorPrefix.before(closes, 18).with(closes[18]).sma20()).isNull();
        assertThat(IndicatorPrefix.before(closes, 19).with(closes[19]).sma20()).isEqualTo(109.5);
    }

    @Test
    void shouldGiveAnRsiOfZeroForAFlatSeries() {
        double[] closes = new double[400];
        Arrays.fill(closes, 28_080);

        assertThat(IndicatorPrefix.before(closes, 399).with(28_080)).isEqualTo(new Indicators(28_080.0, 0.0));
    }

    @Test
    void shouldDependOnTheLastFourHundredBarsAlone() {
        double[] closes = new Random(9).doubles(900, 1, 2).toArray();
        double[] lastFourHundred = Arrays.copyOfRange(closes, 500, 900);

        assertThat(IndicatorPrefix.before(closes, 899).with(closes[899]))
                .isEqualTo(IndicatorPrefix.before(lastFourHundred, 399).with(closes[899]));
    }

    private void assertEqualsTaLib(double[] closes, int bar) {
        int from = Math.max(0, bar - Indicators.LOOKBACK + 1);
        double[] slice = Arrays.copyOfRange(closes, from, bar + 1);
        double[] out = new double[slice.length];
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        Indicators ours = IndicatorPrefix.before(closes, bar).with(closes[bar]);

        taLib.sma(0, slice.length - 1, slice, 20, begin, count, out);
        assertSame(ours.sma20(), out, count, "sma_20", bar);
        taLib.rsi(0, slice.length - 1, slice, 14, begin, count, out);
        assertSame(ours.rsi14(), out, count, "rsi_14", bar);
    }

    private static void assertSame(Double ours, double[] out, MInteger count, String name, int bar) {
        if (count.value == 0) {
            assertThat(ours).as("%s of bar %d", name, bar).isNull();
            return;
        }
        double theirs = out[count.value - 1];
        Offset<Double> relative = within(1e-9 * Math.abs(theirs));
        assertThat(ours).as("%s of bar %d", name, bar).isCloseTo(theirs, relative);
    }
}

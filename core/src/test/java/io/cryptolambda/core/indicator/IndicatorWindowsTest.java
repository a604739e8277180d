package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Indicators;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorWindowsTest {
    private static final long HOUR = 3_600_000;

    private double[] quoteVolumes;

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 14, 15, 399, 400, 401, 406, 407, 655, 656, 1500, 3001})
    void shouldGiveTheBitsOfThePlainFormAtAnyLength(int bars) {
        assertEqualToThePlainForm(walk(new Random(bars), bars, 42_000), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 398, 399, 400, 1000, 1199})
    void shouldGiveTheBitsOfThePlainFormFromAnyBarOn(int from) {
        assertEqualToThePlainForm(walk(new Random(7), 1200, 1), from);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-5, 1e9})
    void shouldGiveTheBitsOfThePlainFormAtExtremePrices(double price) {
        assertEqualToThePlainForm(walk(new Random(3), 1300, price), 0);
    }

    @Test
    void shouldGiveTheBitsOfThePlainFormWherePricesStandStill() {
        Random random = new Random(11);
        BarSeries bars = new BarSeries();
        quoteVolumes = new double[2500];
        double close = 5;
        for (int i = 0; i < quoteVolumes.length; i++) {
            boolean still = i / 450 % 2 == 1 || i % 97 < 40;
            close = still ? close : Math.round(close * (0.9 + 0.2 * random.nextDouble()) * 1e8) / 1e8;
            double spread = still ? 0 : 0.01;
            double volume = still ? 0 : random.nextInt(5);
            quoteVolumes[i] = volume * close;
            bars.put(i * HOUR, close + spread, close - spread, close, volume);
        }
        assertEqualToThePlainForm(bars, 0);
    }

    @Test
    void shouldDivideByFourteenToTheSameBits() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            double x = Math.scalb(1 + random.nextDouble(), random.nextInt(200) - 100);
            assertThat(Fourteenth.of(x)).isEqualTo(x / 14);
        }
        assertThat(Fourteenth.of(0.0)).isEqualTo(0.0);
        assertThat(1 / Fourteenth.of(0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private BarSeries walk(Random random, int size, double price) {
        BarSeries bars = new BarSeries();
        quoteVolumes = new double[size];
        double close = price;
        for (int i = 0; i < size; i++) {
            double open = close;
            close = Math.max(1e-8, Math.round(open * (0.97 + 0.06 * random.nextDouble()) * 1e8) / 1e8);
            double high = Math.max(open, close) + Math.round(random.nextInt(3) * price * 1e5) / 1e8;
            double low = Math.max(1e-8, Math.min(open, close) - Math.round(random.nextInt(3) * price * 1e5) / 1e8);
            double volume = random.nextInt(10) == 0 ? 0 : random.nextInt(1_000_000) / 1e3;
            quoteVolumes[i] = volume * close;
            bars.put(i * HOUR, high, low, close, volume);
        }
        return bars;
    }

    private void assertEqualToThePlainForm(BarSeries bars, int from) {
        double[] asked = Arrays.copyOfRange(quoteVolumes, from, bars.size());
        IndicatorColumns columns = IndicatorWindows.of(bars, from, asked);
        assertThat(columns.size()).isEqualTo(bars.size() - from);
        for (int bar = from; bar < bars.size(); bar++) {
            Indicators plain = IndicatorPrefix.before(bars, bar)
                    .with(bars.high(bar), bars.low(bar), bars.close(bar), bars.volume(bar), quoteVolumes[bar]);
            assertThat(columns.at(bar - from)).as("bar %d", bar).isEqualTo(plain);
        }
    }
}

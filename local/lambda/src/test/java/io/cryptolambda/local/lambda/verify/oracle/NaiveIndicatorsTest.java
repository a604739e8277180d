package io.cryptolambda.local.lambda.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import io.cryptolambda.core.Indicators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaiveIndicatorsTest {
    private static final Core TA_LIB = new Core();
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void shouldHaveNothingWhereTaLibHasNothing() {
        assertThat(NaiveIndicators.of(walk(1, 14)).rsi14()).isNull();
        assertThat(NaiveIndicators.of(walk(1, 15)).rsi14()).isNotNull();
        assertThat(NaiveIndicators.of(walk(1, 19)).sma20()).isNull();
        assertThat(NaiveIndicators.of(walk(1, 20)).sma20()).isNotNull();
    }

    @Test
    void shouldBeZeroWhereNothingEverMoved() {
        assertThat(NaiveIndicators.of(Collections.nCopies(50, 7.0))).isEqualTo(new Indicators(7.0, 0.0));
    }

    @Test
    void shouldSmoothAsWilderDid() {
        List<Double> closes = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            closes.add(i % 2 == 0 ? 10.0 : 11.0);
        }
        closes.add(12.0);

        // 7 gains and 7 losses of 1 give averages of 1/2; then a gain of 2 enters with 1/14.
        double gain = (0.5 * 13 + 2) / 14;
        double loss = 0.5 * 13 / 14;
        assertThat(NaiveIndicators.of(closes).rsi14()).isCloseTo(100 * gain / (gain + loss), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 20, 21, 100, 399, 400})
    void shouldEqualTaLib(int bars) {
        for (long seed = 0; seed < 20; seed++) {
            List<Double> closes = walk(seed, bars);
            Indicators indicators = NaiveIndicators.of(closes);

            assertThat(indicators.rsi14())
                    .as("seed %d", seed)
                    .isCloseTo(taLibRsi(closes), Percentage.withPercentage(1e-7));
            if (bars >= 20) {
                assertThat(indicators.sma20())
                        .as("seed %d", seed)
                        .isCloseTo(taLibSma(closes), Percentage.withPercentage(1e-7));
            }
        }
    }

    private static List<Double> walk(long seed, int bars) {
        Random random = new Random(seed);
        List<Double> closes = new ArrayList<>();
        double close = 42_000;
        for (int i = 0; i < bars; i++) {
            close *= Math.exp(random.nextGaussian() * 0.01);
            closes.add(Math.round(close * 100) / 100.0);
        }
        return closes;
    }

    private static double taLibRsi(List<Double> closes) {
        double[] output = new double[closes.size()];
        MInteger length = new MInteger();
        TA_LIB.rsi(0, closes.size() - 1, array(closes), 14, new MInteger(), length, output);
        return output[length.value - 1];
    }

    private static double taLibSma(List<Double> closes) {
        double[] output = new double[closes.size()];
        MInteger length = new MInteger();
        TA_LIB.sma(0, closes.size() - 1, array(closes), 20, new MInteger(), length, output);
        return output[length.value - 1];
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

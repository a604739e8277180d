package io.cryptolambda.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NaiveFeaturesTest {
    @Test
    void shouldKnowNothingButTheLookbackOfTheFirstCandle() {
        double[] nothing = new double[Feature.COUNT];
        Arrays.fill(nothing, Double.NaN);

        assertThat(NaiveFeatures.of(candles(new Story().candle(7, "10")))).isEqualTo(new Features(nothing, null, 1));
    }

    @Test
    void shouldTakeTheReturnOverExistingCandlesAndCountTheMissingMinutes() {
        Features features = NaiveFeatures.of(candles(new Story().candle(7, "10").candle(10, "20")));

        assertThat(features.get(Feature.LOG_RETURN_1)).isEqualTo(0.6931471805599453);
        assertThat(features.gapMinutes()).isEqualTo(2);
        assertThat(features.lookback()).isEqualTo(2);
    }

    @Test
    void shouldHaveVwapFrom60CandlesAndVolatilityFrom61() {
        assertThat(NaiveFeatures.of(candles(alternating(59))).get(Feature.VWAP_60))
                .isNaN();
        assertThat(NaiveFeatures.of(candles(alternating(60))).get(Feature.VWAP_60))
                .isEqualTo(15.0);
        assertThat(NaiveFeatures.of(candles(alternating(60))).get(Feature.VOLATILITY_60))
                .isNaN();

        // 30 returns of +ln 2 and 30 of -ln 2: their sample deviation is ln 2 * sqrt(60 / 59).
        assertThat(NaiveFeatures.of(candles(alternating(61))).get(Feature.VOLATILITY_60))
                .isCloseTo(Math.log(2) * Math.sqrt(60.0 / 59.0), within(1e-15));
    }

    @Test
    void shouldHaveNoVwapWithoutVolume() {
        Story story = new Story();
        LongStream.range(0, 60).forEach(minute -> story.candle(minute, "10", "0"));

        assertThat(NaiveFeatures.of(candles(story)).get(Feature.VWAP_60)).isNaN();
    }

    private static Story alternating(int candles) {
        Story story = new Story();
        LongStream.range(0, candles).forEach(minute -> story.candle(minute, minute % 2 == 0 ? "10" : "20"));
        return story;
    }

    private static List<Candle> candles(Story story) {
        return story.log().stream().map(LoggedCandle::candle).toList();
    }
}

package io.cryptolambda.local.lambda.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Features;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NaiveFeaturesTest {
    @Test
    void shouldKnowNothingButTheLookbackOfTheFirstCandle() {
        assertThat(NaiveFeatures.of(candles(new Story().candle(7, "10"))))
                .isEqualTo(new Features(null, null, null, null, 1));
    }

    @Test
    void shouldTakeTheReturnOverExistingCandlesAndCountTheMissingMinutes() {
        Features features = NaiveFeatures.of(candles(new Story().candle(7, "10").candle(10, "20")));

        assertThat(features.logReturn1()).isEqualTo(0.6931471805599453);
        assertThat(features.gapMinutes()).isEqualTo(2);
        assertThat(features.lookback()).isEqualTo(2);
    }

    @Test
    void shouldHaveVwapFrom60CandlesAndVolatilityFrom61() {
        assertThat(NaiveFeatures.of(candles(alternating(59))).vwap60()).isNull();
        assertThat(NaiveFeatures.of(candles(alternating(60))).vwap60()).isEqualTo(15.0);
        assertThat(NaiveFeatures.of(candles(alternating(60))).volatility60()).isNull();

        // 30 returns of +ln 2 and 30 of -ln 2: their sample deviation is ln 2 * sqrt(60 / 59).
        assertThat(NaiveFeatures.of(candles(alternating(61))).volatility60())
                .isCloseTo(Math.log(2) * Math.sqrt(60.0 / 59.0), within(1e-15));
    }

    @Test
    void shouldHaveNoVwapWithoutVolume() {
        Story story = new Story();
        LongStream.range(0, 60).forEach(minute -> story.candle(minute, "10", "0"));

        assertThat(NaiveFeatures.of(candles(story)).vwap60()).isNull();
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

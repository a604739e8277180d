package io.cryptolambda.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.BarSeeds.SeedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarSeedsJsonTest {
    private static final BarSeeds SEEDS = seeds(BarSeeds.maxClosed(Interval.FIVE_MINUTES) + 1);

    @Test
    void shouldRoundTripBarsDigitForDigit() throws IOException {
        assertThat(BarSeedsJson.read(BarSeedsJson.write(SEEDS))).isEqualTo(SEEDS);
    }

    @Test
    void shouldRoundTripASymbolWithoutBars() throws IOException {
        BarSeeds none = seeds(0);

        assertThat(BarSeedsJson.read(BarSeedsJson.write(none))).isEqualTo(none);
    }

    @Test
    void shouldFitIntoOneKafkaRecord() {
        assertThat(BarSeedsJson.write(SEEDS)).hasSizeLessThan(200_000);
    }

    @Test
    void shouldBeKeyedBySymbolAndInterval() {
        assertThat(SEEDS.key()).isEqualTo("BTCUSDT|5m");
    }

    @Test
    void shouldNameTheFieldThatBreaksTheContract() {
        String json = new String(BarSeedsJson.write(seeds(1)), UTF_8);

        assertThatThrownBy(() ->
                        BarSeedsJson.read(json.replace("\"k\":17", "\"k\":null").getBytes(UTF_8)))
                .hasMessage("k is missing");
        assertThatThrownBy(() ->
                        BarSeedsJson.read(json.replace(",true]]", ",true,1]]").getBytes(UTF_8)))
                .hasMessage("bars has an array that is too long");
        assertThatThrownBy(() -> BarSeedsJson.read(json.replace("[[", "[[null,").getBytes(UTF_8)))
                .hasMessage("open_time is missing");
    }

    private static BarSeeds seeds(int count) {
        List<SeedBar> bars = IntStream.range(0, count)
                .mapToObj(i -> Candles.randomWalk(new Random(i), "BTCUSDT", 1).get(0))
                .map(candle -> new SeedBar(Bar.of(candle).in(Interval.FIVE_MINUTES), 1L << 44, 5, true))
                .toList();
        return new BarSeeds("binance", "BTCUSDT", Interval.FIVE_MINUTES, "r1", 3, 17, count < 400, bars);
    }
}

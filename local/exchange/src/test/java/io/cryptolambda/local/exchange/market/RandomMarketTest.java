package io.cryptolambda.local.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomMarketTest {
    private static final long STREAM_FROM = Candles.START + 7 * 60_000;
    private static final long TODAY = Market.dayOf(STREAM_FROM);

    @Test
    void shouldGiveTheSameCandlesWhateverWasAskedBefore() {
        List<Candle> straight = market(1).day("ETHUSDT", TODAY + 3);

        RandomMarket other = market(1);
        other.day("BTCUSDT", TODAY + 5);
        other.day("ETHUSDT", TODAY + 4);

        assertThat(other.day("ETHUSDT", TODAY + 3)).isEqualTo(straight).hasSize(1440);
        assertThat(market(2).day("ETHUSDT", TODAY + 3)).isNotEqualTo(straight);
    }

    @Test
    void shouldGoOnFromDayToDay() {
        RandomMarket market = market(1);
        List<Candle> first = market.day("SHIBUSDT", TODAY);
        List<Candle> second = market.day("SHIBUSDT", TODAY + 1);

        assertThat(second.get(0).market().open())
                .isEqualTo(first.get(1439).market().close());
    }

    @Test
    void shouldHaveTwoDaysOfHistory() {
        RandomMarket market = market(1);

        assertThat(market.day("BTCUSDT", TODAY - 2).get(0).openTime()).isEqualTo(STREAM_FROM - 2 * Market.DAY);
        assertThat(market.day("BTCUSDT", TODAY - 3)).isEmpty();
        assertThat(market.symbols()).hasSize(20).contains("BTCUSDT", "ETHUSDT");
    }

    @Test
    void shouldTradeOnlyWhatItHas() {
        assertThat(new RandomMarket(1, STREAM_FROM, RandomMarket.HISTORY, 20, List.of("SOLUSDT")).symbols())
                .containsExactly("SOLUSDT");
        assertThatThrownBy(() -> new RandomMarket(1, STREAM_FROM, RandomMarket.HISTORY, 20, List.of("NOPEUSDT")))
                .hasMessageContaining("NOPEUSDT");
    }

    @Test
    void shouldHaveUpToTwoThousandSymbols() {
        assertThat(new RandomMarket(1, STREAM_FROM, RandomMarket.HISTORY, 2_000, List.of()).symbols())
                .hasSize(2_000)
                .doesNotHaveDuplicates()
                .contains("\u5e01\u5b89\u4eba\u751fUSDT");
        assertThatThrownBy(() -> new RandomMarket(1, STREAM_FROM, RandomMarket.HISTORY, 2_001, List.of()))
                .hasMessageContaining("1 to 2000");
    }

    @Test
    void shouldBeLivelyForHoursAndThenCalmForHours() {
        double[] moves = candles(30)
                .mapToDouble(candle -> Math.abs(Math.log(candle.market().close().doubleValue()
                        / candle.market().open().doubleValue())))
                .toArray();

        // Of a random walk without clusters it would be about 0, give or take 0.02.
        assertThat(correlation(moves, 30)).isGreaterThan(0.1);
    }

    @Test
    void shouldTradeMoreInTheAfternoonThanAtNight() {
        Map<Long, Double> volumes = candles(30)
                .collect(Collectors.groupingBy(
                        candle -> candle.openTime() / 3_600_000 % 24,
                        Collectors.averagingDouble(
                                candle -> candle.market().volume().doubleValue())));

        assertThat(volumes.get(15L)).isGreaterThan(2 * volumes.get(3L));
    }

    /** Days of BTCUSDT, one after the other. */
    private static Stream<Candle> candles(int days) {
        RandomMarket market = market(1);
        return LongStream.range(TODAY + 1, TODAY + 1 + days)
                .mapToObj(day -> market.day("BTCUSDT", day))
                .flatMap(List::stream);
    }

    /** How much a value says about the one {@code lag} after it: 0 nothing, 1 everything. */
    private static double correlation(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (int i = lag; i < values.length; i++) {
            covariance += (values[i] - mean) * (values[i - lag] - mean);
            variance += (values[i] - mean) * (values[i] - mean);
        }
        return covariance / variance;
    }

    private static RandomMarket market(long seed) {
        return new RandomMarket(seed, STREAM_FROM, RandomMarket.HISTORY, 20, List.of());
    }
}

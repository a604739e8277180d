package io.cryptolambda.local.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import java.util.List;
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

    private static RandomMarket market(long seed) {
        return new RandomMarket(seed, STREAM_FROM, RandomMarket.HISTORY, 20, List.of());
    }
}

package io.cryptolambda.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void shouldAcceptSymbolsOfLettersAndDigitsInAnyScript() {
        assertThat(Symbols.isValid("BTCUSDT")).isTrue();
        assertThat(Symbols.isValid("1000SATSUSDT")).isTrue();
        assertThat(Symbols.isValid("币安人生USDT")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "BTC/USDT", "BTC USDT", "<script>", "BTC|USDT", "../x", "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567"})
    void shouldRejectAnythingElseAsSymbol(String symbol) {
        assertThat(Symbols.isValid(symbol)).isFalse();
    }

    @Test
    void shouldReadThePairOutOfASymbol() {
        assertThat(Symbols.pair("BTCUSDT")).isEqualTo("BTC/USDT");
        assertThat(Symbols.pair("ETHBTC")).isEqualTo("ETH/BTC");
        assertThat(Symbols.pair("USDT")).isEqualTo("USDT");
    }

    @Test
    void shouldNameTheAcceptedIntervals() {
        assertThat(Interval.parse("4h")).isEqualTo(Interval.FOUR_HOURS);
        assertThatThrownBy(() -> Interval.parse("1H"))
                .hasMessage("interval '1H' is not one of 1m, 5m, 15m, 1h, 4h, 1d");
    }

    @Test
    void shouldKeepOneIndexPerIntervalAndMonth() {
        long newYear = 1_704_067_200_000L;
        assertThat(Indices.speed(Interval.ONE_HOUR, newYear)).isEqualTo("crypto-speed-1h-2024-01");
        assertThat(Indices.speed(Interval.ONE_HOUR, newYear - 1)).isEqualTo("crypto-speed-1h-2023-12");
        assertThat(Indices.batch(Interval.ONE_DAY, newYear, "r1")).isEqualTo("crypto-batch-1d-2024-01-r1");
        assertThat(Indices.documentId("BTCUSDT", Interval.ONE_DAY, newYear)).isEqualTo("BTCUSDT|1d|1704067200000");
    }

    @Test
    void shouldOrderPositionsByGenerationThenOffset() {
        long position = KnowledgePosition.of(2, 17);
        assertThat(position).isGreaterThan(KnowledgePosition.of(1, (1L << 44) - 1));
        assertThat(KnowledgePosition.generation(position)).isEqualTo(2);
        assertThat(KnowledgePosition.offset(position)).isEqualTo(17);
        assertThat(KnowledgePosition.of(511, (1L << 44) - 1)).isLessThan(1L << 53);
        assertThatThrownBy(() -> KnowledgePosition.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KnowledgePosition.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}

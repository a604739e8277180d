package io.cryptolambda.core;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CandleTest {
    private final MarketValues market = candle(0, "100").market();

    @Test
    void shouldRejectAnOpenTimeOffTheMinute() {
        // 2018-02: the exchange's open times were off by 14.789 s for hours.
        assertThatThrownBy(() -> at(START + 14_789, START + 59_999, START + 60_000))
                .hasMessage("open_time must be on a whole minute");
    }

    @Test
    void shouldAcceptACandleThatClosedEarly() {
        assertThatCode(() -> at(START, START + 41_646, START + 60_000)).doesNotThrowAnyException();
    }

    @Test
    void shouldRejectACloseTimeOutsideTheMinute() {
        assertThatThrownBy(() -> at(START, START + 60_000, START + 60_000))
                .hasMessage("close_time must be within the candle's minute");
    }

    @Test
    void shouldRejectACandleOfTheFuture() {
        assertThatCode(() -> at(START + 120_000, START + 179_999, START)).doesNotThrowAnyException();
        assertThatThrownBy(() -> at(START + 180_000, START + 239_999, START))
                .hasMessage("open_time must not be more than 2 minutes after ingested_at");
    }

    @Test
    void shouldBeADuplicateWhateverItsSourceAndTimeOfIngest() {
        Candle candle = candle(0, "100");
        Candle again = new Candle(
                "binance", "BTCUSDT", "BTC/USDT", START, candle.closeTime(), market, Source.REST, START + 999_999);

        assertThat(again.sameValues(candle)).isTrue();
        assertThat(candle(0, "101").sameValues(candle)).isFalse();
    }

    private Candle at(long openTime, long closeTime, long ingestedAt) {
        return new Candle("binance", "BTCUSDT", "BTC/USDT", openTime, closeTime, market, Source.WS, ingestedAt);
    }
}

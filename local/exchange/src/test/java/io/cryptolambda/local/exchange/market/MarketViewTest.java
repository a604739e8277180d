package io.cryptolambda.local.exchange.market;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketViewTest {
    private static final long MINUTE = 60_000;
    private static final Market MARKET = new FixedMarket(LongStream.range(0, 3_000)
            .mapToObj(minute -> candle(minute, Long.toString(100 + minute)))
            .toList());

    @Test
    void shouldGiveTheNewestWithTheOpenOneLast() {
        MarketView view = new MarketView(MARKET, START + 10 * MINUTE + 30_000);

        List<KlineBar> bars = view.bars("BTCUSDT", KlineInterval.MINUTE, 0, -1, Long.MAX_VALUE, 3);

        assertThat(bars).extracting(KlineBar::openTime).containsExactly(at(8), at(9), at(10));
        assertThat(bars.get(2).market().trades()).isEqualTo(3);
        assertThat(bars.get(2).closeTime()).isEqualTo(at(11) - 1);
    }

    @Test
    void shouldShowNothingOfACandleThatOpensNow() {
        List<KlineBar> bars =
                new MarketView(MARKET, at(10)).bars("BTCUSDT", KlineInterval.MINUTE, 0, -1, Long.MAX_VALUE, 1);

        assertThat(bars).extracting(KlineBar::openTime).containsExactly(at(9));
        assertThat(bars.get(0).closeTime()).isEqualTo(at(10) - 1);
    }

    @Test
    void shouldGiveTheOldestFromAStartOnAcrossDays() {
        MarketView view = new MarketView(MARKET, at(2_900));

        List<KlineBar> bars = view.bars("BTCUSDT", KlineInterval.MINUTE, 0, at(1_438), at(1_442), 1000);

        assertThat(bars)
                .extracting(KlineBar::openTime)
                .containsExactly(at(1_438), at(1_439), at(1_440), at(1_441), at(1_442));
        assertThat(view.bars("BTCUSDT", KlineInterval.MINUTE, 0, at(5), Long.MAX_VALUE, 2))
                .extracting(KlineBar::openTime)
                .containsExactly(at(5), at(6));
    }

    @Test
    void shouldRollUpTheOpenBarToo() {
        MarketView view = new MarketView(MARKET, at(7));

        List<KlineBar> bars = view.bars("BTCUSDT", KlineInterval.MINUTES_5, 0, -1, Long.MAX_VALUE, 10);

        assertThat(bars).extracting(KlineBar::openTime).containsExactly(at(0), at(5));
        assertThat(bars.get(1).market().close()).isEqualByComparingTo("106");
        assertThat(bars.get(1).closeTime()).isEqualTo(at(10) - 1);
    }

    @Test
    void shouldKeepAnEarlyClose() {
        Candle full = candle(4, "7");
        Candle early = new Candle(
                full.exchange(),
                full.symbol(),
                full.pair(),
                full.openTime(),
                full.openTime() + 41_646,
                full.market(),
                full.source(),
                full.ingestedAt());
        MarketView view = new MarketView(new FixedMarket(List.of(candle(3, "7"), early)), at(4) + 50_000);

        KlineBar minute = view.bars("BTCUSDT", KlineInterval.MINUTE, 0, -1, Long.MAX_VALUE, 1)
                .get(0);

        assertThat(minute.closeTime()).isEqualTo(at(4) + 41_646);
        assertThat(minute.market()).isEqualTo(early.market());
    }

    @Test
    void shouldShiftTheGridForATimeZone() {
        MarketView view = new MarketView(MARKET, at(2_000));
        long shift = 5 * 3_600_000L + 45 * 60_000L;

        List<KlineBar> bars = view.bars("BTCUSDT", KlineInterval.DAY, shift, at(0), Long.MAX_VALUE, 10);

        // A day there begins at 18:15 UTC; the one that began before the first candle is left out.
        assertThat(bars).extracting(KlineBar::openTime).containsExactly(at(18 * 60 + 15));
    }

    @Test
    void shouldHaveSecondsThatAddUpToTheMinute() {
        MarketView view = new MarketView(MARKET, at(2));

        List<KlineBar> seconds = view.bars("BTCUSDT", KlineInterval.SECOND, 0, at(1), at(2) - 1, 1000);

        assertThat(seconds).hasSize(60);
        assertThat(seconds.stream()
                        .map(KlineBar::market)
                        .reduce(MarketValues::followedBy)
                        .orElseThrow())
                .isEqualTo(candle(1, "101").market());
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 2024-01-31T23:59:00Z, 2024-02-01T00:00:00Z",
        "3m, 2024-01-31T23:57:00Z, 2024-02-01T00:00:00Z",
        "12h, 2024-01-31T12:00:00Z, 2024-02-01T00:00:00Z",
        "1w, 2024-01-29T00:00:00Z, 2024-02-05T00:00:00Z",
        "1M, 2024-01-01T00:00:00Z, 2024-02-01T00:00:00Z",
    })
    void shouldKnowTheExchangesGrid(String interval, Instant open, Instant end) {
        KlineInterval known = KlineInterval.find(interval).orElseThrow();
        long time = Instant.parse("2024-01-31T23:59:59Z").toEpochMilli();

        assertThat(known.openTime(time, 0)).isEqualTo(open.toEpochMilli());
        assertThat(known.end(time, 0)).isEqualTo(end.toEpochMilli());
    }

    private static long at(long minute) {
        return START + minute * MINUTE;
    }
}

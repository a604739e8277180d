package io.cryptolambda.local.exchange.market;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarketViewTest {
    private static final long MINUTE = 60_000;
    private static final Market MARKET = new FixedMarket(LongStream.range(0, 3_000)
            .mapToObj(minute -> candle(minute, Long.toString(100 + minute)))
            .toList());

    @Test
    void shouldGiveTheNewestWithTheOpenOneLast() {
        MarketView view = new MarketView(MARKET, START + 10 * MINUTE + 30_000);

        List<Bar> bars = view.bars("BTCUSDT", Interval.ONE_MINUTE, -1, Long.MAX_VALUE, 3);

        assertThat(bars).extracting(Bar::openTime).containsExactly(at(8), at(9), at(10));
        assertThat(bars.get(2).market().trades()).isEqualTo(3);
        assertThat(view.closeTime(bars.get(2))).isEqualTo(at(11) - 1);
    }

    @Test
    void shouldShowNothingOfACandleThatOpensNow() {
        List<Bar> bars = new MarketView(MARKET, at(10)).bars("BTCUSDT", Interval.ONE_MINUTE, -1, Long.MAX_VALUE, 1);

        assertThat(bars).extracting(Bar::openTime).containsExactly(at(9));
        assertThat(bars.get(0).closeTime()).isLessThan(at(10));
    }

    @Test
    void shouldGiveTheOldestFromAStartOnAcrossDays() {
        MarketView view = new MarketView(MARKET, at(2_900));

        List<Bar> bars = view.bars("BTCUSDT", Interval.ONE_MINUTE, at(1_438), at(1_442), 1000);

        assertThat(bars)
                .extracting(Bar::openTime)
                .containsExactly(at(1_438), at(1_439), at(1_440), at(1_441), at(1_442));
        assertThat(view.bars("BTCUSDT", Interval.ONE_MINUTE, at(5), Long.MAX_VALUE, 2))
                .extracting(Bar::openTime)
                .containsExactly(at(5), at(6));
    }

    @Test
    void shouldRollUpTheOpenBarToo() {
        MarketView view = new MarketView(MARKET, at(7));

        List<Bar> bars = view.bars("BTCUSDT", Interval.FIVE_MINUTES, -1, Long.MAX_VALUE, 10);

        assertThat(bars).extracting(Bar::openTime).containsExactly(at(0), at(5));
        assertThat(bars.get(1).candles()).isEqualTo(2);
        assertThat(view.closeTime(bars.get(1))).isEqualTo(at(10) - 1);
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

        Bar minute =
                view.bars("BTCUSDT", Interval.ONE_MINUTE, -1, Long.MAX_VALUE, 1).get(0);

        assertThat(view.closeTime(minute)).isEqualTo(at(4) + 41_646);
        assertThat(minute.market()).isEqualTo(early.market());
    }

    private static long at(long minute) {
        return START + minute * MINUTE;
    }
}

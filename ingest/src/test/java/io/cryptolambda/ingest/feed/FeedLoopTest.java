package io.cryptolambda.ingest.feed;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static io.cryptolambda.ingest.feed.FeedFixture.MINUTE;
import static io.cryptolambda.ingest.feed.FeedFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLoopTest {
    private static final long HOUR = 60 * FeedFixture.MINUTE;
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldSendEveryCandleOnceAndInOrderWhateverTheStreamDoes(long seed) throws InterruptedException {
        Random random = new Random(seed);
        List<Candle> truth = new ArrayList<>();
        SYMBOLS.forEach(symbol -> truth.addAll(Candles.randomWalk(random, symbol, 400)));
        FakeExchange exchange = new FakeExchange(truth, 7);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT", "ETHUSDT", "SOLUSDT");
        feed.look(START + 50 * MINUTE);

        for (Candle next : shaken(random, truth)) {
            exchange.now(next.closeTime() + 1 + random.nextInt(100_000));
            if (next.openTime() >= START + 45 * MINUTE && random.nextInt(4) > 0) {
                feed.live(next);
            }
            if (random.nextInt(100) == 0) {
                feed.pass(3_000);
            }
        }
        feed.look(START + 1_000 * MINUTE);

        for (String symbol : SYMBOLS) {
            assertThat(feed.openTimes(symbol)).as("seed %d", seed).isEqualTo(FeedFixture.openTimes(truth, symbol));
        }
        assertThat(feed.sent)
                .usingElementComparator((a, b) -> a.sameValues(b) ? 0 : 1)
                .containsExactlyInAnyOrderElementsOf(truth);
        // The walk leaves minutes out, and those alone are in the ledger.
        assertThat(feed.ledger.values()).allSatisfy(gap -> assertThat(truth)
                .noneMatch(candle -> candle.symbol().equals(gap.symbol())
                        && candle.openTime() >= gap.from()
                        && candle.openTime() < gap.to()));
        assertThat(feed.loop.complete()).isTrue();
    }

    @Test
    void shouldAskForNoCandlesWhileTheStreamHasNoHole() throws InterruptedException {
        FeedFixture feed = new FeedFixture(new FakeExchange(List.of(), 1000), "BTCUSDT");

        for (long minute = 0; minute < 100; minute++) {
            feed.live(candle(minute, "7"));
            feed.pass(500);
        }

        assertThat(feed.exchange.requests()).isZero();
        assertThat(feed.sent).hasSize(100);
    }

    @Test
    void shouldWriteAMinuteThatTheExchangeDoesNotHaveIntoTheLedger() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7"), candle(5, "8")), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT");
        feed.look(at(7));
        int requests = exchange.requests();

        feed.live(candle(6, "9"));
        feed.pass(5_000);

        assertThat(feed.sent).extracting(Candle::openTime).containsExactly(at(0), at(5), at(6));
        assertThat(feed.ledger.values()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(at(1));
            assertThat(gap.to()).isEqualTo(at(5));
            assertThat(gap.cause().text()).isEqualTo("exchange");
        });
        assertThat(exchange.requests()).isEqualTo(requests);
    }

    @Test
    void shouldAskForAnExchangesGapAgainAfterAnHourAndADayAndTakeWhatItHasThen() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7"), candle(5, "8")), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT");
        feed.look(at(7));

        exchange.has(candle(2, "6"), candle(3, "6"));
        feed.time.told(at(7) + 3_600_000);
        feed.settle();

        assertThat(feed.sent).extracting(Candle::openTime).contains(at(2), at(3));
        assertThat(feed.ledger.keySet()).containsExactlyInAnyOrder("BTCUSDT|" + at(1), "BTCUSDT|" + at(4));

        feed.time.told(at(7) + 25 * 3_600_000L);
        feed.settle();
        assertThat(feed.ledger.values()).allMatch(gap -> gap.asked() == 3);
        assertThat(feed.sent.stream().filter(candle -> candle.openTime() == at(2)))
                .hasSize(1);
        int requests = exchange.requests();
        feed.time.told(at(7) + 100 * 3_600_000L);
        feed.settle();
        assertThat(exchange.requests() - requests).isLessThanOrEqualTo(1); // the look for newer ones
    }

    @Test
    void shouldNotTakeTheOpenCandleFromHistory() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7"), candle(1, "8")), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT");

        feed.look(at(2) - 1);

        assertThat(feed.sent).extracting(Candle::openTime).containsExactly(at(0));
    }

    @Test
    void shouldNotBelieveThatTheLastCandleIsClosedUntilFiveSecondsLater() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7"), candle(1, "8")), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT");

        feed.look(at(2) + 2_000); // the clock may be ahead by that much
        assertThat(feed.sent).extracting(Candle::openTime).containsExactly(at(0));
        assertThat(feed.loop.complete()).isFalse();

        exchange.now(at(2) + 6_000);
        feed.pass(20_000);
        assertThat(feed.sent).extracting(Candle::openTime).containsExactly(at(0), at(1));
        assertThat(feed.loop.complete()).isTrue();
    }

    @Test
    void shouldFetchACandleThatIsOverdueAndReportTheSilentSymbol() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT", "ETHUSDT");
        Candle unheard = Candles.candle("ETHUSDT", 1, "7", "1");
        feed.live(candle(0, "7"));
        feed.live(Candles.candle("ETHUSDT", 0, "7", "1"));
        exchange.has(unheard, Candles.candle("ETHUSDT", 2, "7", "1"));

        feed.live(candle(1, "7"));
        feed.time.told(at(2) + 4_000);
        feed.pass(900);
        assertThat(feed.openTimes("ETHUSDT")).containsExactly(at(0));

        exchange.now(at(2) + 6_000);
        feed.time.told(at(2) + 6_000);
        feed.pass(1_500);
        assertThat(feed.openTimes("ETHUSDT")).containsExactly(at(0), at(1));
        assertThat(feed.silent).containsExactly("ETHUSDT");
        assertThat(feed.count("ingest_overdue_candles")).isEqualTo(1);
    }

    @Test
    void shouldBeWithinABoundOnlyWhileNoSymbolIsFurtherBehindThanTheExchangeSays() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7")), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT");
        feed.time.told(at(200));
        assertThat(feed.loop.within(HOUR)).as("before the exchange was asked").isFalse();

        feed.look(at(200));
        assertThat(feed.loop.within(HOUR)).as("the exchange has no more").isTrue();

        exchange.away(true);
        feed.pass(11 * FeedFixture.MINUTE);
        assertThat(feed.loop.within(HOUR))
                .as("the exchange has given no answer for long")
                .isFalse();

        exchange.away(false);
        feed.pass(2 * FeedFixture.MINUTE);
        assertThat(feed.loop.within(HOUR)).isTrue();
    }

    @Test
    void shouldBeWithinABoundWithoutAnswersWhileStreamsBringEverything() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT");
        exchange.away(true);

        for (long minute = 0; minute < 100; minute++) {
            feed.live(candle(minute, "7"));
            feed.pass(15_000);
        }

        assertThat(feed.loop.within(HOUR)).isTrue();
    }

    @Test
    void shouldSendARevisionAndNoDuplicate() throws InterruptedException {
        FeedFixture feed = new FeedFixture(new FakeExchange(List.of(), 1000), "BTCUSDT");
        Candle wrong = Candles.candle("BTCUSDT", 0, "7", "1");
        Candle right = Candles.candle("BTCUSDT", 0, "7", "2");

        feed.live(wrong);
        feed.live(wrong);
        feed.live(right);
        feed.live(right);

        assertThat(feed.sent).hasSize(2);
        assertThat(feed.sent.get(1).sameValues(right)).isTrue();
        assertThat(feed.count("ingest_revised_candles")).isEqualTo(1);
        assertThat(feed.count("ingest_known_candles")).isEqualTo(2);
    }

    @Test
    void shouldSendWhatBreaksTheContractAsItWasPrintedAndGoOn() throws InterruptedException {
        List<Candle> truth =
                LongStream.range(0, 3).mapToObj(minute -> candle(minute, "7")).toList();
        FeedFixture feed = new FeedFixture(new FakeExchange(truth, 1000), "BTCUSDT");
        feed.look(at(1) + 6_000);

        feed.loop.kline(new KlineEvent(at(2), "1m", true, withHigh(truth.get(1), "6.5")));
        feed.settle();
        feed.exchange.now(at(3));
        feed.live(truth.get(2));

        assertThat(feed.deadLetters).hasSize(1);
        assertThat(feed.deadLetters.get(0)).contains("\"high\":\"6.5\"", "\"open_time\":" + at(1));
        assertThat(feed.sent).extracting(Candle::openTime).containsExactly(at(0), at(1), at(2));
        assertThat(feed.count("ingest_invalid_candles")).isEqualTo(1);
    }

    @Test
    void shouldNotMoveACandleThatOpensOffTheMinute() throws InterruptedException {
        // As in 2018-02, for hours: 14.789 s off.
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7"), candle(3, "7")), 1000);
        FeedFixture feed = new FeedFixture(exchange, "BTCUSDT");
        feed.look(at(1) + 6_000);
        Kline kline = FakeExchange.kline(candle(1, "7"));
        Kline off = new Kline(
                kline.symbol(),
                at(1) + 14_789,
                at(2) + 14_788,
                kline.open(),
                kline.high(),
                kline.low(),
                kline.close(),
                kline.volume(),
                kline.quoteVolume(),
                kline.trades(),
                kline.takerBuyVolume(),
                kline.takerBuyQuoteVolume());

        feed.loop.kline(new KlineEvent(at(2) + 14_789, "1m", true, off));
        feed.settle();
        exchange.now(at(4));
        feed.live(candle(3, "7"));

        assertThat(feed.sent).extracting(Candle::openTime).containsExactly(at(0), at(3));
        assertThat(feed.deadLetters).singleElement().asString().contains("\"open_time\":" + (at(1) + 14_789));
        assertThat(feed.ledger.values())
                .singleElement()
                .satisfies(gap -> assertThat(gap.cause().text()).isEqualTo("invalid"));
    }

    @Test
    void shouldIgnoreWhatWasNotAskedFor() throws InterruptedException {
        FeedFixture feed = new FeedFixture(new FakeExchange(List.of(), 1000), "BTCUSDT");

        feed.live(Candles.candle("NOPEUSDT", 0, "7", "1"));
        feed.loop.kline(new KlineEvent(at(5), "5m", true, FakeExchange.kline(candle(0, "7"))));
        feed.settle();

        assertThat(feed.sent).isEmpty();
        assertThat(feed.count("ingest_unwanted_messages")).isEqualTo(2);
    }

    @Test
    void shouldTellWhereEachCandleCameFrom() throws InterruptedException {
        FeedFixture feed = new FeedFixture(new FakeExchange(List.of(candle(0, "7")), 1000), "BTCUSDT");

        feed.look(at(1) + 6_000);
        feed.live(candle(1, "7"));

        assertThat(feed.sent).extracting(Candle::source).containsExactly(Source.REST, Source.WS);
        assertThat(feed.sent).extracting(Candle::pair).containsOnly("BTC/USDT");
    }

    /** The candles as a bad stream brings them: some twice, some later than others that closed after them. */
    private static List<Candle> shaken(Random random, List<Candle> truth) {
        record Arrival(long time, Candle candle) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (Candle candle : truth) {
            arrivals.add(new Arrival(candle.closeTime() + random.nextInt(200_000), candle));
            if (random.nextInt(10) == 0) {
                arrivals.add(new Arrival(candle.closeTime() + random.nextInt(2_000_000), candle));
            }
        }
        return arrivals.stream()
                .sorted(Comparator.comparingLong(Arrival::time))
                .map(Arrival::candle)
                .toList();
    }

    private static Kline withHigh(Candle candle, String high) {
        Kline kline = FakeExchange.kline(candle);
        return new Kline(
                kline.symbol(),
                kline.openTime(),
                kline.closeTime(),
                kline.open(),
                high,
                kline.low(),
                kline.close(),
                kline.volume(),
                kline.quoteVolume(),
                kline.trades(),
                kline.takerBuyVolume(),
                kline.takerBuyQuoteVolume());
    }
}

package io.cryptolambda.ingest.feed;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
    private static final long MINUTE = 60_000;
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ExchangeTime time = new ExchangeTime();
    private final List<Candle> sent = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldSendEveryCandleOnceAndInOrderWhateverTheStreamDoes(long seed) throws InterruptedException {
        Random random = new Random(seed);
        List<Candle> truth = new ArrayList<>();
        SYMBOLS.forEach(symbol -> truth.addAll(Candles.randomWalk(random, symbol, 400)));
        FakeExchange exchange = new FakeExchange(truth, 7);
        Feed feed = feed(exchange, SYMBOLS);
        exchange.now(START + 50 * MINUTE);
        feed.backfill();

        for (Candle next : shaken(random, truth)) {
            exchange.now(next.closeTime() + 1 + random.nextInt(100_000));
            if (next.openTime() >= START + 45 * MINUTE && random.nextInt(4) > 0) {
                feed.live(FakeExchange.closed(next));
            }
            if (random.nextInt(100) == 0) {
                feed.look();
            }
        }
        exchange.now(START + 1_000 * MINUTE);
        feed.look();

        for (String symbol : SYMBOLS) {
            assertThat(openTimes(sent, symbol)).as("seed %d", seed).isEqualTo(openTimes(truth, symbol));
        }
        assertThat(sent).allMatch(candle -> candle.ingestedAt() > candle.closeTime());
        assertThat(sent)
                .usingElementComparator((a, b) -> a.sameValues(b) ? 0 : 1)
                .containsExactlyInAnyOrderElementsOf(truth);
    }

    @Test
    void shouldAskNothingWhileTheStreamHasNoHole() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(), 1000);
        Feed feed = feed(exchange, List.of("BTCUSDT"));

        for (long minute = 0; minute < 100; minute++) {
            feed.live(FakeExchange.closed(candle(minute, "7")));
        }

        assertThat(exchange.requests()).isZero();
        assertThat(sent).hasSize(100);
    }

    @Test
    void shouldAcceptAMinuteThatTheExchangeDoesNotHave() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7"), candle(5, "8")), 1000);
        Feed feed = feed(exchange, List.of("BTCUSDT"));
        exchange.now(START + 6 * MINUTE);
        feed.backfill();
        int requests = exchange.requests();

        feed.live(FakeExchange.closed(candle(6, "9")));
        feed.look();

        assertThat(sent).extracting(Candle::openTime).containsExactly(at(0), at(5), at(6));
        assertThat(count("ingest_exchange_gap_minutes")).isEqualTo(4);
        assertThat(exchange.requests()).isEqualTo(requests);
    }

    @Test
    void shouldNotTakeTheOpenCandleFromHistory() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7"), candle(1, "8")), 1000);
        exchange.now(START + MINUTE + 30_000);

        feed(exchange, List.of("BTCUSDT")).backfill();

        assertThat(sent).extracting(Candle::openTime).containsExactly(at(0));
    }

    @Test
    void shouldTakeEachSymbolsCandlesAtTheExchangesTimeByThen() throws InterruptedException {
        List<Candle> truth = SYMBOLS.stream()
                .flatMap(symbol -> Candles.randomWalk(new Random(1), symbol, 300).stream())
                .toList();
        FakeExchange exchange = new FakeExchange(truth, 1000);
        exchange.now(START);
        exchange.pace(60 * MINUTE);

        feed(exchange, SYMBOLS).backfill();

        assertThat(deadLetters).isEmpty();
        assertThat(openTimes(sent, "SOLUSDT")).last().isEqualTo(at(179));
        assertThat(sent).allMatch(candle -> candle.closeTime() < candle.ingestedAt());
    }

    @Test
    void shouldSendWhatBreaksTheContractAsItWasPrintedAndGoOn() throws InterruptedException {
        List<Candle> truth =
                LongStream.range(0, 3).mapToObj(minute -> candle(minute, "7")).toList();
        FakeExchange exchange = new FakeExchange(truth, 1000);
        exchange.now(START + MINUTE);
        Feed feed = feed(exchange, List.of("BTCUSDT"));
        feed.backfill();

        feed.live(new KlineEvent(at(2), "1m", true, withHigh(truth.get(1), "6.5")));
        exchange.now(at(3));
        feed.live(FakeExchange.closed(truth.get(2)));

        assertThat(deadLetters).hasSize(1);
        assertThat(deadLetters.get(0)).contains("\"high\":\"6.5\"", "\"open_time\":" + at(1));
        assertThat(sent).extracting(Candle::openTime).containsExactly(at(0), at(1), at(2));
        assertThat(count("ingest_invalid_candles")).isEqualTo(1);
    }

    @Test
    void shouldTellWhereEachCandleCameFrom() throws InterruptedException {
        FakeExchange exchange = new FakeExchange(List.of(candle(0, "7")), 1000);
        exchange.now(START + MINUTE);
        Feed feed = feed(exchange, List.of("BTCUSDT"));

        feed.backfill();
        feed.live(FakeExchange.closed(candle(1, "7")));

        assertThat(sent).extracting(Candle::source).containsExactly(Source.REST, Source.WS);
        assertThat(sent).extracting(Candle::pair).containsOnly("BTC/USDT");
    }

    private Feed feed(FakeExchange exchange, List<String> symbols) {
        List<SymbolLane> lanes = symbols.stream()
                .map(symbol -> SymbolLane.startingAt(symbol, symbol.replace("USDT", "/USDT"), START))
                .toList();
        return new Feed(lanes, exchange, this::sink, time, new FeedCounters(metrics));
    }

    private void sink(String symbol, long openTime, byte[] value) {
        if (CandleJson.parse(value) instanceof Parsed.Ok<Candle> ok) {
            assertThat(openTime).isEqualTo(ok.value().openTime());
            sent.add(ok.value());
        } else {
            assertThat(openTime).isNegative();
            deadLetters.add(new String(value, StandardCharsets.UTF_8));
        }
    }

    private double count(String counter) {
        return metrics.counter(counter).count();
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

    private static List<Long> openTimes(List<Candle> candles, String symbol) {
        return candles.stream()
                .filter(candle -> candle.symbol().equals(symbol))
                .map(Candle::openTime)
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

    private static long at(long minute) {
        return START + minute * MINUTE;
    }
}

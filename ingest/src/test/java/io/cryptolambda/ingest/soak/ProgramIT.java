package io.cryptolambda.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.server.Jvm;
import io.cryptolambda.local.exchange.market.Market;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is run: what it shows, what it writes besides closed candles, and how it ends. */
class ProgramIT {
    private static final long FROM = Instant.parse("2025-03-03T10:00:00Z").toEpochMilli();
    private static final String NOT_ASCII = "\u5e01\u5b89\u4eba\u751fUSDT";

    private static final String[] METRICS = {
        "ingest_last_open_time_ms{symbol=\"BTCUSDT\"}",
        "ingest_last_open_time_ms{symbol=\"" + NOT_ASCII + "\"}",
        "ingest_candles_total{source=\"rest\"}",
        "ingest_candles_total{source=\"ws\"}",
        "ingest_freshness_seconds_bucket{le=\"1.0\"}",
        "ingest_acknowledge_seconds_bucket{le=\"1.0\"}",
        "ingest_reconnects_total 0.0",
        "ingest_gaps_found_total",
        "ingest_gaps_filled_total",
        "ingest_exchange_gap_minutes_total 0.0",
        "ingest_rest_used_weight",
        "ingest_rest_bytes_total",
        "ingest_websocket_bytes_total",
        "ingest_open_candles_total{outcome=\"written\"}",
        "ingest_unreadable_messages_total 0.0",
    };

    @TempDir
    Path folder;

    @Test
    void shouldShowWhatItDoesAndWriteRunningMinutesBesideTheLog() throws Exception {
        Market market = BoundedMarket.of(1, 21, FROM, Duration.ofHours(2), Duration.ofHours(12));
        try (KafkaProcess kafka = KafkaProcess.start(folder, 2);
                ExchangeUnderTest exchange = new ExchangeUnderTest(folder, market, "60", null);
                IngestProcess ingest = new IngestProcess(
                        folder, kafka.address(), exchange.port(), "--top=0", "--open-candles", "--host=0.0.0.0")) {
            long started = System.nanoTime();
            ingest.start();
            await().atMost(Duration.ofSeconds(60)).until(ingest::ready);
            long ready = exchange.time();
            await().atMost(Duration.ofSeconds(60)).until(() -> exchange.time() >= ready + 5 * 60_000);
            await("each symbol's running minute is told more than once")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> openCandles(kafka).values().stream()
                                    .filter(records -> records > 1)
                                    .count()
                            == 21);

            assertThat(ingest.metrics()).contains(METRICS);
            Map<String, Long> open = openCandles(kafka);
            long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds() + 1;
            assertThat(open).containsKey(NOT_ASCII).allSatisfy((symbol, records) -> assertThat(records)
                    .isLessThanOrEqualTo(seconds));
            assertOnlyClosed(RawLog.of(kafka.address()).candles(), market);

            exchange.close();
            await("the loss of the exchange shows")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !ingest.ready());
            assertThat(ingest.metrics()).containsPattern("ingest_reconnects_total [1-9]");
        }
    }

    @Test
    void shouldEndWithinTenSecondsUnderLoadAndGoOnWhereItWas() throws Exception {
        Market market = BoundedMarket.of(2, 20, FROM, Duration.ofDays(2), Duration.ofMinutes(30));
        try (KafkaProcess kafka = KafkaProcess.start(folder, 2);
                ExchangeUnderTest exchange = new ExchangeUnderTest(folder, market, "max", null);
                IngestProcess ingest = new IngestProcess(folder, kafka.address(), exchange.port(), "--top=0")) {
            ingest.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> ingest.acknowledged() > 0);
            assertThat(ingest.terminate()).isZero();
            int before = RawLog.of(kafka.address()).candles().size();
            assertThat(before).as("in the middle of the backfill").isLessThan(20 * 2 * 1_440);

            ingest.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> exchange.ended() && ingest.caughtUp());

            List<Candle> candles = RawLog.of(kafka.address()).candles();
            List<String> found = candles.stream().map(ExchangeUnderTest::key).toList();
            assertThat(candles.stream().collect(Collectors.groupingBy(Candle::symbol)))
                    .as("older before newer")
                    .allSatisfy((symbol, ofSymbol) ->
                            assertThat(ofSymbol).isSortedAccordingTo(Comparator.comparingLong(Candle::openTime)));
            assertThat(found).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(found)).isEqualTo(exchange.closed().keySet());
            assertThat(ingest.terminate()).isZero();
        }
    }

    @Test
    void shouldEndOnRequestWhileItWaitsForTheBroker() throws Exception {
        Market market = BoundedMarket.of(3, 1, FROM, Duration.ofHours(1), Duration.ofHours(1));
        try (ExchangeUnderTest exchange = new ExchangeUnderTest(folder, market, "1", null);
                IngestProcess ingest = new IngestProcess(folder, "127.0.0.1:" + Jvm.freePort(), exchange.port())) {
            ingest.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> ingest.log().contains("event=waiting_for_topic"));

            assertThat(ingest.ready()).isFalse();
            assertThat(ingest.terminate()).isZero();
        }
    }

    private static Map<String, Long> openCandles(KafkaProcess kafka) {
        return RawLog.openCandles(kafka.address()).stream()
                .collect(Collectors.groupingBy(Candle::symbol, Collectors.counting()));
    }

    private static void assertOnlyClosed(List<Candle> found, Market market) {
        Map<String, Candle> closed = market.symbols().stream()
                .flatMap(symbol -> market.day(symbol, Market.dayOf(FROM)).stream())
                .collect(Collectors.toMap(ExchangeUnderTest::key, Function.identity()));
        assertThat(found).hasSizeGreaterThan(21 * 120).allSatisfy(candle -> assertThat(
                        candle.sameValues(closed.get(ExchangeUnderTest.key(candle))))
                .isTrue());
    }
}

package io.cryptolambda.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.ingest.log.Producers;
import io.cryptolambda.local.exchange.market.Market;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbols come and go, and the exchange restarts a server, while ingest runs on. */
class ListingsIT {
    private static final long FROM = Instant.parse("2025-03-03T10:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    @TempDir
    Path folder;

    @Test
    void shouldTakeInANewListingLetGoOfADelistedSymbolAndRenewBeforeAShutdown() throws Exception {
        BoundedMarket market = BoundedMarket.of(1, 3, FROM, Duration.ofHours(2), Duration.ofHours(8));
        try (KafkaProcess kafka = KafkaProcess.start(folder, 2);
                ExchangeUnderTest exchange = new ExchangeUnderTest(folder, market, "600", null);
                IngestProcess ingest = new IngestProcess(folder, kafka.address(), exchange.port())) {
            exchange.fault(new JsonObject()
                    .put("fault", "listing")
                    .put("symbol", "ETHUSDT")
                    .put("millis", HOUR));
            exchange.fault(new JsonObject()
                    .put("fault", "delisting")
                    .put("symbol", "SOLUSDT")
                    .put("millis", 2 * HOUR));
            // Of an earlier run: what lies before it is not asked for again.
            Candle earlier = ethereum(market, FROM + HOUR + HOUR / 2);
            append(kafka.address(), earlier);
            ingest.start();
            await().atMost(Duration.ofMinutes(2)).until(() -> exchange.time() >= FROM + HOUR / 2);
            exchange.fault(new JsonObject().put("fault", "shutdown").put("millis", 15_000));

            await().atMost(Duration.ofMinutes(5)).until(() -> exchange.ended() && ingest.caughtUp());

            List<String> found = RawLog.of(kafka.address()).candles().stream()
                    .map(ExchangeUnderTest::key)
                    .toList();
            Set<String> expected = exchange.closed().values().stream()
                    .filter(candle -> !candle.symbol().equals("ETHUSDT") || candle.openTime() >= earlier.openTime())
                    .map(ExchangeUnderTest::key)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(found)).isEqualTo(expected);
            assertThat(found).contains("ETHUSDT|" + (FROM + 2 * HOUR)).doesNotContain("SOLUSDT|" + (FROM + 3 * HOUR));
            assertThat(ingest.status().path("reconnects").asInt()).isZero();
            assertThat(ingest.metrics())
                    .contains(
                            "ingest_websocket_renewals_total 1.0",
                            "ingest_symbols_joined_total 1.0",
                            "ingest_symbols_left_total 1.0",
                            "ingest_symbols 2.0");
            assertThat(ingest.log())
                    .contains("event=symbol_joins symbol=ETHUSDT")
                    .contains("event=symbol_leaves symbol=SOLUSDT reason=\"not traded any more\"");
            assertThat(ingest.terminate()).isZero();
        }
    }

    private static Candle ethereum(Market market, long openTime) {
        return market.day("ETHUSDT", Market.dayOf(openTime)).stream()
                .filter(candle -> candle.openTime() == openTime)
                .findFirst()
                .orElseThrow();
    }

    private static void append(String kafka, Candle candle) throws Exception {
        try (Producer<String, byte[]> producer = Producers.lossless(KafkaAccess.at(kafka))) {
            producer.send(new ProducerRecord<>(Topics.RAW, candle.symbol(), CandleJson.write(candle)))
                    .get();
        }
    }
}

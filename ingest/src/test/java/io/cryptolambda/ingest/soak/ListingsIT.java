package io.cryptolambda.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            ingest.start();
            await().atMost(Duration.ofMinutes(1)).until(() -> exchange.time() >= FROM + HOUR / 2);
            exchange.fault(new JsonObject().put("fault", "shutdown").put("millis", 3_000));

            await().atMost(Duration.ofMinutes(2)).until(() -> exchange.ended() && ingest.caughtUp());

            TreeSet<String> found = RawLog.of(kafka.address()).candles().stream()
                    .map(ExchangeUnderTest::key)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).isEqualTo(exchange.closed().keySet());
            assertThat(found).contains("ETHUSDT|" + (FROM + 2 * HOUR)).doesNotContain("SOLUSDT|" + (FROM + 3 * HOUR));
            assertThat(ingest.status().path("reconnects").asInt()).isZero();
            assertThat(ingest.metrics()).contains("ingest_websocket_renewals_total 1.0");
            assertThat(ingest.terminate()).isZero();
        }
    }
}

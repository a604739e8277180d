package io.cryptolambda.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.ingest.binance.KlineEvent;
import io.cryptolambda.ingest.stream.LiveStreams;
import io.cryptolambda.ingest.stream.StreamCounters;
import io.cryptolambda.ingest.stream.StreamListener;
import io.cryptolambda.local.exchange.market.RandomMarket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More symbols than one connection may have streams. */
class ManySymbolsIT {
    private static final long FROM = Instant.parse("2025-03-03T10:00:00Z").toEpochMilli();
    private static final int SYMBOLS = 1_030;

    @TempDir
    Path folder;

    private final OkHttpClient client = new OkHttpClient();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    @Test
    void shouldHearAllOfThemOverSeveralConnectionsAndBreakNoLimit() throws Exception {
        RandomMarket market = new RandomMarket(1, FROM, Duration.ofHours(1), SYMBOLS, List.of());
        try (ExchangeUnderTest exchange = new ExchangeUnderTest(folder, market, "2", null)) {
            LiveStreams streams = new LiveStreams(
                    client,
                    "ws://127.0.0.1:" + exchange.port(),
                    new Heard(),
                    scheduler,
                    new SplittableRandom(1),
                    () -> FROM,
                    System::nanoTime,
                    new StreamCounters(new SimpleMeterRegistry()));
            streams.start(market.symbols());

            await().atMost(Duration.ofMinutes(2)).until(streams::subscribed);
            await().atMost(Duration.ofMinutes(2)).until(() -> heard.size() == SYMBOLS);

            String metrics = exchange.metrics();
            assertThat(metrics).contains("exchange_connections 2.0", "exchange_stream_subscriptions 1030.0");
            JsonObject violations = exchange.status().getJsonObject("violations");
            assertThat(violations.fieldNames())
                    .contains("too_many_streams", "too_many_messages")
                    .allSatisfy(kind ->
                            assertThat(violations.getLong(kind)).as(kind).isZero());
            streams.close();
        } finally {
            scheduler.shutdown();
            client.dispatcher().executorService().shutdown();
        }
    }

    private final class Heard implements StreamListener {
        @Override
        public void kline(KlineEvent event) {
            heard.add(event.kline().symbol());
        }

        @Override
        public void unreadable(String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void subscribed() {
            // asked by streams.subscribed()
        }

        @Override
        public void disconnected(String reason) {
            // the violations tell why
        }
    }
}

package io.cryptolambda.ingest.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinanceRestClientIT {
    private static final Instant HALF_PAST = Instant.parse("2024-01-01T00:00:30Z");

    private final MockWebServer server = new MockWebServer();
    private final List<Duration> waits = new ArrayList<>();
    private BinanceRestClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = new BinanceRestClient(
                new OkHttpClient(),
                server.url("/"),
                waits::add,
                InstantSource.fixed(HALF_PAST),
                new SplittableRandom(1),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAskForKlinesAsTheExchangeWantsIt() throws Exception {
        answer(
                200,
                "[[1704067200000,\"1\",\"2\",\"1\",\"2\",\"5\",1704067259999,\"7\",3,\"1\",\"1\",\"0\"],[\"broken\"]]");

        List<Kline> klines = client.klines("BTCUSDT", 1704067200000L, 1704070000000L);

        assertThat(klines).extracting(Kline::openTime).containsExactly(1704067200000L);
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=1704067200000"
                        + "&endTime=1704070000000&limit=1000");
    }

    @Test
    void shouldWaitAsLongAsTheExchangeSays() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "17")
                .body("{}")
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(418)
                .addHeader("Retry-After", "130")
                .body("{}")
                .build());
        answer(200, "{\"serverTime\":5}");

        assertThat(client.time()).isEqualTo(5);
        assertThat(waits).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(130));
    }

    @Test
    void shouldTryAgainWhenTheExchangeFails() throws Exception {
        answer(503, "busy");
        answer(500, "unknown");
        answer(200, "{\"serverTime\":6}");

        assertThat(client.time()).isEqualTo(6);
        assertThat(waits).hasSize(2);
    }

    @Test
    void shouldNotTryAgainWhatIsRefused() {
        answer(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");

        assertThatThrownBy(() -> client.klines("NOPE", 0, 1))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("-1121");
        assertThat(waits).isEmpty();
    }

    @Test
    void shouldWaitForTheNextMinuteBeforeItsWeightIsUsedUp() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("X-MBX-USED-WEIGHT-1M", "5400")
                .body("{\"serverTime\":7}")
                .build());
        answer(200, "{\"serverTime\":8}");

        client.time();
        assertThat(waits).isEmpty();
        client.time();

        assertThat(waits).containsExactly(Duration.ofSeconds(30));
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}

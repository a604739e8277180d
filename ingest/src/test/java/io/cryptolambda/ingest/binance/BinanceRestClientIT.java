package io.cryptolambda.ingest.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceRestClientIT {
    private final MockWebServer server = new MockWebServer();
    private final FakeProtocolTime time = new FakeProtocolTime();
    private final List<Duration> waits = time.waits;
    private final WeightBudget budget = new WeightBudget(time, time);
    private BinanceRestClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = new BinanceRestClient(
                new OkHttpClient(), server.url("/"), time, budget, new SplittableRandom(1), new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAskForKlinesAsTheExchangeWantsIt() throws Exception {
        answer(200, "[[1704067200000,\"1\",\"2\",\"1\",\"2\",\"5\",1704067259999,\"7\",3,\"1\",\"1\",\"0\"]]");

        List<Kline> klines =
                client.klines("BTCUSDT", 1704067200000L, 1704070000000L).klines();

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
    void shouldAskNothingAtAllWhileItIsToldToWait() throws Exception {
        budget.waitFor(Duration.ofSeconds(130)); // as another thread was told
        answer(200, "{\"serverTime\":5}");
        answer(200, "[]");

        client.time();
        client.klines("BTCUSDT", 0, 1);

        assertThat(waits).containsExactly(Duration.ofSeconds(130));
    }

    @Test
    void shouldGiveUpOnAnExchangeThatAsksToWaitAgainAndAgain() {
        for (int i = 0; i < 40; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(429)
                    .addHeader("Retry-After", "1")
                    .build());
        }

        assertThatThrownBy(client::time).isInstanceOf(ExchangeUnavailable.class);
        assertThat(server.getRequestCount()).isLessThan(40);
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
    void shouldWaitUntilTheExchangesCountIsSurelyOld() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("X-MBX-USED-WEIGHT-1M", "4800")
                .body("{\"serverTime\":7}")
                .build());
        answer(200, "{\"serverTime\":8}");

        client.time();
        assertThat(waits).isEmpty();
        client.time();

        assertThat(waits).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void shouldNeverUseMoreThanFourFifthsOfTheLimitInAMinute() throws Exception {
        budget.limit(100);
        for (int i = 0; i < 41; i++) {
            answer(200, "[]");
        }
        for (int i = 0; i < 40; i++) {
            client.klines("BTCUSDT", 0, 60_000);
        }
        assertThat(waits).isEmpty();

        client.klines("BTCUSDT", 0, 60_000);

        assertThat(waits).containsExactly(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 17, 17",
        "418, 130, 130",
        "418, 259200, 259200",
        "429, , 60",
        "418, , 120",
        "429, soon, 60",
        "429, -5, 60",
        "418, 999999999999, 120",
        "418, 259201, 120",
    })
    void shouldTakeADefaultForAWaitThatMakesNoSense(int status, String header, long seconds) {
        assertThat(RetryAfter.of(header, status)).isEqualTo(Duration.ofSeconds(seconds));
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}

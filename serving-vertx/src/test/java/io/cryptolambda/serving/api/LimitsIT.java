package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.testing.RawHttp;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request and a client may take, over a store that answers when the test lets it. */
class LimitsIT {
    private static final String NOTHING_FOUND =
            "{\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},\"hits\":{\"hits\":[]}}";
    private static final String CANDLES = "/api/v1/candles?symbol=BTCUSDT&interval=1h";
    private static final int CONCURRENT = 2;

    private final Vertx vertx = Vertx.vertx();
    private final Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean answering;
    private TestServing serving;

    @BeforeEach
    void start() throws Exception {
        HttpServer store = TestServing.await(vertx.createHttpServer()
                .requestHandler(request -> {
                    if (answering) {
                        answer(request);
                    } else {
                        waiting.add(request);
                    }
                })
                .listen(0, "127.0.0.1"));
        serving = TestServing.over(
                URI.create("http://127.0.0.1:" + store.actualPort()),
                new Limits(0, CONCURRENT, 100, 10, List.of(), List.of("https://charts.example")));
    }

    @AfterEach
    void stop() throws Exception {
        serving.close();
        TestServing.await(vertx.close());
    }

    @Test
    void shouldRefuseMoreQueriesAtOnceThanAClientMayHave() throws Exception {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        for (int i = 0; i < CONCURRENT; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> status(CANDLES)));
        }
        // Each searches the speed documents, and waits for the run.
        Awaitility.await()
                .until(() -> waiting.stream()
                                .filter(request -> request.path().endsWith("/_search"))
                                .count()
                        == CONCURRENT);

        HttpResponse<String> refused = serving.get(CANDLES);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(serving.get("/health/live").statusCode()).as("no query").isEqualTo(200);

        answering = true;
        waiting.forEach(LimitsIT::answer);
        assertThat(asked).allSatisfy(each -> assertThat(each.join()).isEqualTo(404));
        assertThat(status(CANDLES)).as("there is room again").isEqualTo(404);
    }

    @Test
    void shouldRefuseHeadersThatAreTooLarge() throws Exception {
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(9_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/candles", "/api/v3/ping", "/udf/config", "/stream", "/"})
    void shouldRefuseRequestsWithoutAHost(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void shouldTellListedOriginsWhatTheyMaySend() throws Exception {
        String preflight = "OPTIONS /api/v1/candles HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Access-Control-Request-Method: GET\r\nOrigin: ";
        assertThat(raw(preflight + "https://charts.example\r\n\r\n"))
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Methods: GET, HEAD", "If-None-Match");
        assertThat(raw(preflight + "https://evil.example\r\n\r\n")).doesNotContain("Access-Control-Allow");
    }

    private int status(String path) {
        try {
            return serving.get(path).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpServerRequest request) {
        boolean search = request.path().endsWith("_search");
        request.response()
                .setStatusCode(search ? 200 : 404)
                .end(search ? NOTHING_FOUND : "{\"error\":{\"type\":\"index_not_found_exception\"},\"status\":404}");
    }

    private String raw(String request) throws Exception {
        return RawHttp.send(serving.address(), request.getBytes(StandardCharsets.US_ASCII));
    }
}

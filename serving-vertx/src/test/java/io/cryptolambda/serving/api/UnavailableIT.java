package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get where the store answers badly. The store is a server that says what a test makes it say. */
class UnavailableIT {
    private static final String CANDLES = "/api/v1/candles?symbol=BTCUSDT&interval=1h";
    private static final String GOOD =
            "{\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}," + "\"hits\":{\"hits\":[]}}";

    private static final String NO_RUN = "{\"error\":{\"type\":\"index_not_found_exception\"},\"status\":404}";

    private final Vertx vertx = Vertx.vertx();
    private HttpServer store;
    private TestServing serving;
    private volatile int status = 200;
    private volatile String speedAnswer = GOOD;
    private volatile boolean runsKeepChanging;

    @BeforeEach
    void start() throws Exception {
        store = TestServing.await(vertx.createHttpServer()
                .requestHandler(request -> {
                    String path = request.path();
                    if (path.contains("_doc") && status == 200) {
                        request.response()
                                .setStatusCode(runsKeepChanging ? 200 : 404)
                                .end(runsKeepChanging ? run() : NO_RUN);
                    } else {
                        request.response().setStatusCode(status).end(path.contains("speed") ? speedAnswer : GOOD);
                    }
                })
                .listen(0, "127.0.0.1"));
        serving = TestServing.over(URI.create("http://127.0.0.1:" + store.actualPort()));
    }

    @AfterEach
    void stop() throws Exception {
        serving.close();
        TestServing.await(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timed_out\":true,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},\"hits\":{\"hits\":[]}}",
                "{\"timed_out\":false,\"_shards\":{\"total\":2,\"successful\":1,\"failed\":1},\"hits\":{\"hits\":[]}}",
                "{\"timed_out\":false",
                "{}",
                "",
            })
    void shouldNotServeWhatTheStoreAnsweredInPart(String answer) throws Exception {
        speedAnswer = answer;

        assertUnavailable(serving.get(CANDLES));
        assertThat(serving.get("/metrics").body()).contains("serving_elasticsearch_errors_total 1.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 500, 503})
    void shouldNotServeWhatTheStoreRefused(int refused) throws Exception {
        status = refused;

        assertUnavailable(serving.get(CANDLES));
        assertUnavailable(serving.get("/api/v1/symbols"));
        assertUnavailable(serving.get("/api/v1/layers"));
        assertUnavailable(serving.get("/health/ready"));
        assertThat(serving.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayThatTheStoreIsAway() throws Exception {
        TestServing.await(store.close());

        assertUnavailable(serving.get(CANDLES));
    }

    @Test
    void shouldGiveUpWhereRunsArePublishedFasterThanTheyCanBeRead() throws Exception {
        runsKeepChanging = true;

        assertUnavailable(serving.get(CANDLES));
        assertThat(serving.get("/metrics").body()).contains("serving_run_rereads_total 4.0");
    }

    @Test
    void shouldNotTellClientsWhatTheStoreSaid() throws Exception {
        status = 500;
        speedAnswer = "secret";

        assertThat(serving.get(CANDLES).body()).doesNotContain("secret");
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(response.body()).getInteger("status")).isEqualTo(503);
    }

    private static String run() {
        String source =
                "{\"schema\":1,\"run_id\":\"" + System.nanoTime() + "\",\"generation\":1,\"k\":{},\"boundary\":{},"
                        + "\"documents\":{},\"started_at\":1,\"finished_at\":1}";
        return "{\"found\":true,\"_source\":" + source + "}";
    }
}

package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any store is asked, and what every answer carries. */
class ProblemIT {
    private static TestServing serving;

    @BeforeAll
    static void start() throws Exception {
        serving = TestServing.over(URI.create("http://127.0.0.1:1"));
    }

    @AfterAll
    static void stop() throws Exception {
        serving.close();
    }

    @Test
    void shouldNameTheParameterAndWhatIsAccepted() throws Exception {
        HttpResponse<String> response = serving.get("/api/v1/indicators?symbol=BTCUSDT&interval=1m");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.fieldNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "parameter", "accepted");
        assertThat(problem.getString("parameter")).isEqualTo("interval");
        assertThat(problem.getJsonArray("accepted")).isEqualTo(JsonArray.of("5m", "15m", "1h", "4h", "1d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/layers?symbol=A", "/api/v1/symbols?limit=1", "/api/v1/candles?colour=red"})
    void shouldRefuseUnknownParameters(String path) throws Exception {
        assertThat(serving.get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/nothing, 404",
        "GET,  /js/../api.js, 404",
        "POST, /api/v1/candles, 405",
        "DELETE, /, 405",
    })
    void shouldAnswerWithAProblemWhereNothingIsServed(String method, String path, int status) throws Exception {
        HttpResponse<String> response = serving.send(method, path, "");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new JsonObject(response.body()).getInteger("status")).isEqualTo(status);
    }

    @Test
    void shouldRefuseBodies() throws Exception {
        assertThat(serving.send("GET", "/api/v1/symbols", "{}").statusCode()).isEqualTo(413);
    }

    @Test
    void shouldRefuseRequestLinesThatAreTooLong() throws Exception {
        HttpResponse<String> response = serving.get("/api/v1/candles?symbol=" + "A".repeat(10_000));

        assertThat(response.statusCode()).isEqualTo(414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/css/page.css", "/favicon.svg", "/js/main.js", "/js/echarts.js", "/js/market/feed.js"})
    void shouldServeThePageUnderAStrictContentSecurityPolicy(String path) throws Exception {
        HttpResponse<String> response = serving.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isNotEmpty();
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'")
                        .doesNotContain("unsafe"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void shouldServeThePageWithoutInlineScriptOrStyle() throws Exception {
        assertThat(serving.get("/").body())
                .doesNotContain("<style", "style=", "onclick")
                .doesNotContainPattern("<script>");
    }
}

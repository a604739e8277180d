package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.testing.RawHttp;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens, rate and origins, on requests that need no store. */
class GuardIT {
    private static final URI NO_STORE = URI.create("http://127.0.0.1:1");
    private static final String PING = "/api/v3/ping";
    private static final String REFUSED = "/api/v1/candles?limit=0";

    private TestServing serving;

    @AfterEach
    void stop() {
        serving.close();
    }

    @Test
    void shouldRefuseMoreThanTheRateAllowsAsEachInterfaceSaysIt() throws Exception {
        start(limits(3, List.of()));
        HttpResponse<String> first = serving.get(REFUSED);
        assertThat(first.headers().firstValue("RateLimit-Limit")).hasValue("3");
        assertThat(first.headers().firstValue("RateLimit-Remaining")).hasValue("2");
        serving.get(REFUSED);
        assertThat(serving.get(PING).headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                .as("errors count as well")
                .hasValue("3");

        HttpResponse<String> refused = serving.get(REFUSED);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        HttpResponse<String> exchange = serving.get(PING);
        assertThat(exchange.statusCode()).isEqualTo(429);
        assertThat(new JsonObject(exchange.body()).getInteger("code")).isEqualTo(-1003);
        HttpResponse<String> chart = serving.get("/udf/config");
        assertThat(chart.statusCode()).isEqualTo(429);
        assertThat(new JsonObject(chart.body()).getString("s")).isEqualTo("error");
        assertThat(serving.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldServeOnlyThoseWithATokenWhereTokensAreSet() throws Exception {
        start(limits(0, List.of("first-token", "second-token")));

        assertThat(serving.get(PING).statusCode()).isEqualTo(401);
        assertThat(serving.get(REFUSED).headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
        assertThat(serving.get(PING, "Authorization", "Bearer second").statusCode())
                .isEqualTo(401);
        assertThat(serving.get(PING, "Authorization", "Bearer second-token").statusCode())
                .isEqualTo(200);
        assertThat(serving.get(PING, "X-API-Key", "first-token").statusCode()).isEqualTo(200);
        assertThat(serving.get(PING, "X-MBX-APIKEY", "first-token").statusCode())
                .isEqualTo(200);
        assertThat(serving.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLetOnlyListedOriginsRead() throws Exception {
        start(new Limits(0, 10, 100, 10, List.of(), List.of("https://charts.example")));

        assertThat(from("https://charts.example")).contains("Access-Control-Allow-Origin: https://charts.example");
        assertThat(from("https://evil.example"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    @Test
    void shouldNotTakeMoreConnectionsThanItsLimit() throws Exception {
        start(new Limits(0, 10, 0, 10, List.of(), List.of()));

        assertThat(from("https://charts.example")).isEmpty();
    }

    private String from(String origin) throws Exception {
        String request = "GET " + PING + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: " + origin + "\r\n\r\n";
        return RawHttp.send(serving.address(), request.getBytes(StandardCharsets.US_ASCII));
    }

    private static Limits limits(int rate, List<String> tokens) {
        return new Limits(rate, 10, 100, 10, tokens, List.of());
    }

    private void start(Limits limits) throws Exception {
        serving = TestServing.over(NO_STORE, limits);
    }
}

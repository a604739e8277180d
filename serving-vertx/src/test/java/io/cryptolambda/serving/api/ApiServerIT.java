package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.serving.testing.TestServing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ApiServerIT {
    private static final URI NO_STORE = URI.create("http://127.0.0.1:1");

    @Test
    void shouldNotTakeAClientUpOnItsOfferOfHttp2() throws Exception {
        try (TestServing serving = TestServing.over(NO_STORE)) {
            // Java's client offers it with the first request of a connection.
            HttpResponse<String> answer = serving.get("/openapi.yaml");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }
}

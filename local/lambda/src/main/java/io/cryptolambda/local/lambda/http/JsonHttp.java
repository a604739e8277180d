package io.cryptolambda.local.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One request, one answer. An answer other than 2xx is a {@link StatusException} with what the server said. */
public final class JsonHttp {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int SAID_CHARACTERS = 2_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private JsonHttp() {}

    public static JsonNode get(URI uri) throws IOException {
        return MAPPER.readTree(getText(uri));
    }

    public static String getText(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build());
    }

    public static JsonNode post(URI uri, JsonNode body, Duration timeout) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
                .build();
        return MAPPER.readTree(send(request));
    }

    /** Sends any request and returns the body of a 2xx answer. */
    public static String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                String said = response.body();
                throw new StatusException(
                        response.statusCode(),
                        request.method() + " " + request.uri() + " answered " + response.statusCode() + ": "
                                + said.substring(0, Math.min(said.length(), SAID_CHARACTERS)));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(request.uri() + " interrupted");
        }
    }
}

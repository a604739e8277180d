package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * JSON over HTTP.
 *
 * @param base base address
 */
public record Api(String base) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public JsonNode get(String path) {
        return getWithStatus(200, path);
    }

    /** The body of an answer that must have the status {@code status}. */
    public JsonNode getWithStatus(int status, String path) {
        HttpResponse<String> response = send("GET", path);
        require(response.statusCode() == status, path, response);
        return read(response);
    }

    /** The body; empty where the server says that it cannot answer now, as while an index comes into being. */
    public Optional<JsonNode> getIfAvailable(String path) {
        HttpResponse<String> response = send("GET", path);
        if (response.statusCode() == 503) {
            return Optional.empty();
        }
        require(response.statusCode() == 200, path, response);
        return Optional.of(read(response));
    }

    /** Asks for a change. */
    public void patch(String path) {
        HttpResponse<String> response = send("PATCH", path);
        require(response.statusCode() / 100 == 2, path, response);
    }

    private static void require(boolean expected, String path, HttpResponse<String> response) {
        if (!expected) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private HttpResponse<String> send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path + " interrupted", e);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.cryptolambda.batch.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.access.ElasticsearchAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Elasticsearch's REST interface, one request at a time, nothing retried. */
final class ElasticsearchClient {
    // The longest request is a trim of many documents; Elasticsearch answers when it is done.
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final int ANSWER_SHOWN = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ElasticsearchAccess address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** @param address where it is, and as whom to ask it */
    ElasticsearchClient(ElasticsearchAccess address) {
        this.address = address;
    }

    /**
     * Sends a request with a JSON body, or none if {@code body} is null.
     *
     * @return the answer
     * @throws ElasticsearchException if it is refused
     * @throws UncheckedIOException if Elasticsearch cannot be reached
     */
    JsonNode send(String method, String path, JsonNode body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return send(method, path, "application/json", publisher);
    }

    /** As {@link #send(String, String, JsonNode)}, with a body that is JSON already. */
    JsonNode sendJson(String method, String path, byte[] json) {
        return send(method, path, "application/json", BodyPublishers.ofByteArray(json));
    }

    /** As {@link #send(String, String, JsonNode)}, of newline-delimited JSON. */
    JsonNode sendLines(String path, byte[] lines, int length) {
        return send("POST", path, "application/x-ndjson", BodyPublishers.ofByteArray(lines, 0, length));
    }

    /** Posts JSON and returns the answer's own bytes. */
    byte[] sendForBytes(String path, byte[] json) {
        return exchange("POST", path, "application/json", BodyPublishers.ofByteArray(json));
    }

    private JsonNode send(String method, String path, String contentType, BodyPublisher body) {
        try {
            return JSON.readTree(exchange(method, path, contentType, body));
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch's answer to " + method + " " + path + " is not JSON", e);
        }
    }

    private byte[] exchange(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest request = address.request(path)
                .timeout(TIMEOUT)
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                String answer = new String(response.body(), StandardCharsets.UTF_8);
                throw new ElasticsearchException(
                        method + " " + path,
                        response.statusCode(),
                        answer.substring(0, Math.min(answer.length(), ANSWER_SHOWN)));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch at " + address + " did not answer " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Elasticsearch", e);
        }
    }
}

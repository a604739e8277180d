package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * JSON over HTTP.
 *
 * @param base base address
 * @param token API token; null where none is needed
 */
public record Api(String base, String token) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public Api(String base) {
        this(base, null);
    }

    public JsonNode get(String path) {
        return getWithStatus(200, path);
    }

    /** The body of an answer that must have the status {@code status}. */
    public JsonNode getWithStatus(int status, String path) {
        HttpResponse<String> response = send("GET", path);
        require(response.statusCode() == status, path, response);
        return read(response);
    }

    /** Status line's number, headers and body, whatever the answer is. */
    String everythingOf(String path) {
        HttpResponse<String> response = send("GET", path);
        return response.statusCode() + "\n" + response.headers().map() + "\n" + response.body();
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

    /** Takes something back. */
    public void delete(String path) {
        HttpResponse<String> response = send("DELETE", path);
        require(response.statusCode() / 100 == 2, path, response);
    }

    /** Sends JSON; the answer. */
    JsonNode post(String path, JsonNode body) {
        return post(path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** Sends a file as a browser does from a form; the answer. */
    JsonNode upload(String path, String field, Path file) {
        String boundary = "end-to-end-test";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        try {
            return post(
                    path,
                    "multipart/form-data; boundary=" + boundary,
                    BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofFile(file),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode post(String path, String type, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .POST(body)
                .build();
        HttpResponse<String> response = send(request);
        require(response.statusCode() / 100 == 2, path, response);
        return read(response);
    }

    private static void require(boolean expected, String path, HttpResponse<String> response) {
        if (!expected) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private HttpResponse<String> send(String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request + " interrupted", e);
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

package io.cryptolambda.core;

import io.cryptolambda.core.access.ElasticsearchAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The composable index templates of both layers: strict mappings, so that a field nobody defined is an error and not a
 * guess. Installing is idempotent: the same text replaces itself.
 */
public final class IndexTemplates {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private IndexTemplates() {}

    /** Template name to its JSON body. */
    public static Map<String, String> all() {
        return new TreeMap<>(Map.of(
                "crypto-candles", resource("crypto-candles.json"),
                "crypto-bars", resource("crypto-bars.json"),
                "crypto-batch-run", resource("crypto-batch-run.json")));
    }

    /**
     * Installs all templates.
     *
     * @throws IOException if Elasticsearch cannot be reached or refuses, with its answer
     * @throws InterruptedException if interrupted while waiting
     */
    public static void install(ElasticsearchAccess elasticsearch) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        for (Map.Entry<String, String> template : all().entrySet()) {
            HttpRequest request = elasticsearch
                    .request("/_index_template/" + template.getKey())
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(template.getValue()))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("index template " + template.getKey() + " was refused with status "
                        + response.statusCode() + ": " + response.body());
            }
        }
    }

    private static String resource(String name) {
        try (InputStream body = IndexTemplates.class.getResourceAsStream("templates/" + name)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.cryptolambda.batch.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an Elasticsearch serves of the batch layer.
 *
 * @param address its base address
 */
record Served(URI address) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ALIASES =
            Arrays.stream(Interval.values()).map(Indices::batchAlias).collect(Collectors.joining(","));
    private static final int PAGE = 5_000;

    /** The run behind the alias, as it describes itself; missing before the first. */
    JsonNode run() {
        JsonNode hits = send("GET", "/" + Indices.BATCH_RUN + "/_search?ignore_unavailable=true", null)
                .at("/hits/hits");
        if (hits.size() > 1) {
            throw new AssertionError("two runs are served at once: " + hits);
        }
        return hits.path(0).path("_source");
    }

    /** Number of documents of each index behind the aliases, and per partition the largest position in them. */
    JsonNode summary() {
        return send(
                        "POST",
                        "/" + ALIASES + "/_search?ignore_unavailable=true&size=0",
                        """
                {"aggs": {
                  "index": {"terms": {"field": "_index", "size": 1000}},
                  "partition": {"terms": {"field": "partition", "size": 100},
                                "aggs": {"newest": {"max": {"field": "as_of"}}}}}}""")
                .path("aggregations");
    }

    /** The indices behind the aliases. */
    JsonNode indices() {
        return send("GET", "/_alias/crypto-batch-*", null);
    }

    /** All documents, by id. */
    Map<String, JsonNode> documents() {
        Map<String, JsonNode> documents = new TreeMap<>();
        JsonNode page =
                send("POST", "/" + ALIASES + "/_search?scroll=1m", "{\"size\": " + PAGE + ", \"sort\": [\"_doc\"]}");
        while (!page.at("/hits/hits").isEmpty()) {
            page.at("/hits/hits").forEach(hit -> {
                JsonNode twice = documents.put(hit.path("_id").asText(), hit.path("_source"));
                if (twice != null) {
                    throw new AssertionError("served twice: " + twice);
                }
            });
            String next = "{\"scroll\": \"1m\", \"scroll_id\": " + page.path("_scroll_id") + "}";
            page = send("POST", "/_search/scroll", next);
        }
        return documents;
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        path + " answered " + response.statusCode() + ": " + new String(response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.cryptolambda.speed.flink.connectors;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.speed.flink.records.Document;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends documents by {@code _bulk}, each with its {@code as_of} as external version: an older one is refused with 409. */
final class BulkClient {
    // Of each document only whether it was written: the whole answer is half as long as the request.
    private static final String PATH = "/_bulk?filter_path=errors,items.*.status,items.*.error";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ACTION_BYTES = 200;
    private static final byte[] END = {'\n'};

    private final ElasticsearchAccess elasticsearch;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BulkClient(ElasticsearchAccess elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** The answer, whatever its status; fails where there is none. */
    CompletableFuture<HttpResponse<byte[]>> send(List<Document> documents) {
        return client.sendAsync(
                elasticsearch
                        .request(PATH)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(body(documents)))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static byte[] body(List<Document> documents) {
        int expected = 0;
        for (Document document : documents) {
            expected += document.json().length + ACTION_BYTES;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(expected);
        for (Document document : documents) {
            body.writeBytes(action(document).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(document.json());
            body.writeBytes(END);
        }
        return body.toByteArray();
    }

    private static String action(Document document) {
        return "{\"index\":{\"_index\":\"" + quoted(document.index()) + "\",\"_id\":\"" + quoted(document.id())
                + "\",\"routing\":\"" + quoted(document.symbol()) + "\",\"version\":" + document.asOf()
                + ",\"version_type\":\"external_gte\"}}\n";
    }

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}

package io.cryptolambda.bench.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Documents to Elasticsearch in bulks; the id is the document's own, so that a batch done twice changes nothing. */
final class BulkRequests {
    private static final int MOST_BYTES = 5 << 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BulkRequests() {}

    /** @throws IOException if any document is refused */
    static void write(String elasticsearch, Iterator<SparkDocument> documents)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(MOST_BYTES);
        while (documents.hasNext()) {
            SparkDocument document = documents.next();
            String action = "{\"index\":{\"_index\":\"" + document.getIndex() + "\",\"_id\":\"" + document.getId()
                    + "\",\"routing\":\"" + document.getSymbol() + "\"}}\n";
            body.write(action.getBytes(StandardCharsets.UTF_8));
            body.write(document.getJson().getBytes(StandardCharsets.UTF_8));
            body.write('\n');
            if (body.size() >= MOST_BYTES || !documents.hasNext()) {
                send(elasticsearch, body.toByteArray());
                body.reset();
            }
        }
    }

    private static void send(String elasticsearch, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(elasticsearch + "/_bulk?filter_path=errors"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (!response.body().equals("{\"errors\":false}")) {
            throw new IOException("a bulk was refused: " + response.body());
        }
    }
}

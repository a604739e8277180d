package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.speed.flink.records.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.http.HttpHost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.RestClient;

/** The same documents by bare {@code _bulk} requests, one after the other on each connection; lines as of {@link SinkRunMain}. */
final class BulkRunMain {
    private static final double NANOS = 1e9;

    private BulkRunMain() {}

    /** @param args address of Elasticsearch, documents, connections */
    public static void main(String[] args) throws Exception {
        List<Document> documents = Documents.make(Integer.parseInt(args[1]));
        int connections = Integer.parseInt(args[2]);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try (RestClient client = RestClient.builder(HttpHost.create(args[0])).build()) {
            Answering.serve(line -> run(client, threads, documents, connections));
        } finally {
            threads.shutdown();
        }
    }

    private static String run(RestClient client, ExecutorService threads, List<Document> documents, int connections)
            throws Exception {
        List<Callable<Void>> loops = new ArrayList<>();
        for (int number = 0; number < connections; number++) {
            List<Document> share = Documents.share(documents, number, connections);
            loops.add(() -> {
                write(client, share);
                return null;
            });
        }
        double cpu = Answering.cpuSeconds();
        long began = System.nanoTime();
        for (Future<Void> loop : threads.invokeAll(loops)) {
            loop.get();
        }
        return (System.nanoTime() - began) / NANOS + " " + (Answering.cpuSeconds() - cpu);
    }

    private static void write(RestClient client, List<Document> documents) throws IOException {
        ByteArrayOutputStream bulk = new ByteArrayOutputStream(Documents.BULK_BYTES + (1 << 20));
        int held = 0;
        int bytes = 0;
        for (Document document : documents) {
            String action = "{\"index\":{\"_index\":\"" + document.index() + "\",\"_id\":\"" + document.id()
                    + "\",\"routing\":\"" + document.symbol() + "\",\"version\":" + document.asOf()
                    + ",\"version_type\":\"external_gte\"}}\n";
            bulk.writeBytes(action.getBytes(StandardCharsets.UTF_8));
            bulk.writeBytes(document.json());
            bulk.write('\n');
            held++;
            bytes += document.json().length;
            if (held >= Documents.BULK_DOCUMENTS || bytes >= Documents.BULK_BYTES) {
                send(client, bulk);
                held = 0;
                bytes = 0;
            }
        }
        if (held > 0) {
            send(client, bulk);
        }
    }

    private static void send(RestClient client, ByteArrayOutputStream bulk) throws IOException {
        Request request = new Request("POST", "/_bulk");
        request.setEntity(new ByteArrayEntity(bulk.toByteArray(), ContentType.create("application/x-ndjson")));
        Response response = client.performRequest(request);
        String answer = EntityUtils.toString(response.getEntity());
        if (!answer.contains("\"errors\":false")) {
            throw new IOException(answer.substring(0, Math.min(1_000, answer.length())));
        }
        bulk.reset();
    }
}

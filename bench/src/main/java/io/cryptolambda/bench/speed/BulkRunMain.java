package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.speed.flink.records.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same documents by bare {@code _bulk} requests, one after the other on each connection; lines as of {@link SinkRunMain}. */
final class BulkRunMain {
    private static final double NANOS = 1e9;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BulkRunMain() {}

    /** @param args address of Elasticsearch, documents, connections */
    public static void main(String[] args) throws Exception {
        List<Document> documents = Documents.make(Integer.parseInt(args[1]));
        int connections = Integer.parseInt(args[2]);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        URI bulks = URI.create(args[0] + "/_bulk?filter_path=errors");
        try {
            Answering.serve(line -> run(bulks, threads, documents, connections));
        } finally {
            threads.shutdown();
        }
    }

    private static String run(URI bulks, ExecutorService threads, List<Document> documents, int connections)
            throws Exception {
        List<Callable<Void>> loops = new ArrayList<>();
        for (int number = 0; number < connections; number++) {
            List<Document> share = Documents.share(documents, number, connections);
            loops.add(() -> {
                write(bulks, share);
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

    private static void write(URI bulks, List<Document> documents) throws IOException, InterruptedException {
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
                send(bulks, bulk);
                held = 0;
                bytes = 0;
            }
        }
        if (held > 0) {
            send(bulks, bulk);
        }
    }

    private static void send(URI bulks, ByteArrayOutputStream bulk) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(bulks)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(bulk.toByteArray()))
                .build();
        String answer = CLIENT.send(request, BodyHandlers.ofString()).body();
        if (!answer.equals("{\"errors\":false}")) {
            throw new IOException(answer.substring(0, Math.min(1_000, answer.length())));
        }
        bulk.reset();
    }
}

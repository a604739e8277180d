package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.report.Ending;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One real Elasticsearch node, as the one-machine stack starts it. */
final class ElasticsearchNode implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI address;
    private final Process process;

    /** Starts it and waits until it answers; its transport takes the port after {@code port}. */
    ElasticsearchNode(BuiltModules built, Path folder, int port) throws IOException, InterruptedException {
        this.address = URI.create("http://127.0.0.1:" + port);
        Path log = folder.resolve("elasticsearch.log");
        this.process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        built.elasticsearch(),
                        "io.cryptolambda.local.elasticsearch.ElasticsearchMain",
                        "--port=" + port,
                        "--transport-port=" + (port + 1),
                        "--data-dir=" + folder.resolve("elasticsearch")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("Elasticsearch did not start; see " + log);
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    URI address() {
        return address;
    }

    /**
     * Asks it something.
     *
     * @throws IOException unless it answers well
     */
    String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(path + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        process.destroy();
        Ending.await(process);
    }

    private boolean answers() throws InterruptedException {
        try {
            send("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", null);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

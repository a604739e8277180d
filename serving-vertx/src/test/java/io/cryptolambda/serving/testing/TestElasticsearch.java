package io.cryptolambda.serving.testing;

import io.cryptolambda.core.IndexTemplates;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real Elasticsearch, the local stack's, as a child process with the index templates installed. */
public final class TestElasticsearch implements AutoCloseable {
    private static final Path MODULE = Path.of("..", "local", "elasticsearch", "target");

    private final Process process;
    private final URI address;

    private TestElasticsearch(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it with everything it keeps under {@code directory}. */
    public static TestElasticsearch start(Path directory) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPath(),
                        "io.cryptolambda.local.elasticsearch.ElasticsearchMain",
                        "--port=" + port,
                        "--transport-port=" + freePort(),
                        "--data-dir=" + directory.resolve("data")))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("elasticsearch.log").toFile())
                .start();
        TestElasticsearch started = new TestElasticsearch(process, URI.create("http://127.0.0.1:" + port));
        try {
            Awaitility.await("Elasticsearch answers")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(250))
                    .until(started::answers);
            IndexTemplates.install(started.address);
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Its base address. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Elasticsearch ended with " + process.exitValue());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/_cluster/health?wait_for_status=yellow"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String classPath() throws IOException {
        try (var files = Files.list(MODULE)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("local-elasticsearch-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("local/elasticsearch is not built"));
            return jar
                    + System.getProperty("path.separator")
                    + Files.readString(MODULE.resolve("classpath")).trim();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

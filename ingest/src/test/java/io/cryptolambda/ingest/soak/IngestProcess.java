package io.cryptolambda.ingest.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.testing.server.Jvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Ingest in a process of its own, that can be killed and started again. */
final class IngestProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int LINES = 40;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Jvm.freePort();
    private final Path log;
    private final List<String> arguments;
    private Process process;

    IngestProcess(Path folder, String kafka, int exchangePort, String... more) {
        this.log = folder.resolve("ingest.log");
        this.arguments = new ArrayList<>(List.of(
                "io.cryptolambda.ingest.IngestMain",
                "--kafka",
                kafka,
                "--rest-url",
                "http://127.0.0.1:" + exchangePort,
                "--websocket-url",
                "ws://127.0.0.1:" + exchangePort,
                "--metrics-port",
                String.valueOf(port)));
        arguments.addAll(List.of(more));
    }

    void start() {
        List<String> flags = List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + Jvm.ROOT.resolve("ingest/src/main/resources/logback.xml"));
        process = Jvm.start(log, Map.of(), flags, Jvm.ownClassPath(), arguments);
    }

    /** As by {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The processor time it has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** As by SIGTERM; returns the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not end within 10 s, see " + log);
        }
        return process.exitValue();
    }

    /** @throws AssertionError with the end of its log if it has ended by itself */
    void assertAlive() throws IOException {
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(log);
            throw new AssertionError("ended with " + process.exitValue() + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
        }
    }

    /** What it has logged so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Whether it says that it does its job. */
    boolean ready() {
        try {
            return request("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false; // not up yet
        }
    }

    boolean caughtUp() {
        try {
            return status().path("caught_up").asBoolean();
        } catch (IOException e) {
            return false; // not up yet
        }
    }

    /** Records that the log has confirmed; 0 while it is not up. */
    long acknowledged() {
        try {
            return status().path("acknowledged").asLong();
        } catch (IOException e) {
            return 0; // not up yet
        }
    }

    JsonNode status() throws IOException {
        return JSON.readTree(get("/status"));
    }

    String metrics() throws IOException {
        return get("/metrics");
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
    }

    private String get(String path) throws IOException {
        return request(path).body();
    }

    private HttpResponse<String> request(String path) throws IOException {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

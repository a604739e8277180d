package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.ConsumerGroups;
import io.cryptolambda.core.testing.server.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, as a static member with its own state. */
final class StreamsInstance implements AutoCloseable {
    private final Path folder;
    private final String kafka;
    private final String name;
    private int port;
    private Process process;

    /** @param folder where it keeps its state and its log, under its name */
    StreamsInstance(Path folder, String kafka, String name) {
        this.folder = folder;
        this.kafka = kafka;
        this.name = name;
    }

    StreamsInstance start() {
        port = Jvm.freePort();
        process = Jvm.start(
                folder.resolve(name + ".log"),
                Map.of(),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                Jvm.ownClassPath(),
                List.of(
                        StreamsMain.class.getName(),
                        "--kafka",
                        kafka,
                        "--state-dir",
                        folder.resolve(name).toString(),
                        "--instance-id",
                        name,
                        "--standby-replicas",
                        "1",
                        "--horizon",
                        ExactlyOnceIT.HORIZON.toMinutes() + "m",
                        "--metrics-port",
                        String.valueOf(port)));
        return this;
    }

    /** Whether it processes records, asked now. */
    boolean isReady() {
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What Prometheus would read now. */
    String metrics() throws IOException {
        return get("/metrics").body();
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Takes it away for good. */
    void leave() {
        try {
            Files.createFile(folder.resolve(name).resolve(ConsumerGroups.LEAVING_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}

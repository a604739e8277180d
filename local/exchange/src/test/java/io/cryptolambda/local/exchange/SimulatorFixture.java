package io.cryptolambda.local.exchange;

import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.Speed;
import io.cryptolambda.local.exchange.market.Market;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A running simulator and ways to talk to it. */
final class SimulatorFixture implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private final ExchangeServer server;

    SimulatorFixture(Path folder, Market market, String speed, int weightLimit) throws Exception {
        this(folder, market, speed, weightLimit, ExchangeServer.Settings.PING_EVERY);
    }

    SimulatorFixture(Path folder, Market market, String speed, int weightLimit, Duration pingEvery) throws Exception {
        server = new ExchangeServer(
                new ExchangeServer.Settings("127.0.0.1", 0, weightLimit, Speed.parse(speed), null, pingEvery),
                new Opening(market, market.streamFrom()),
                new ClockFile(folder),
                broken::set);
        vertx.deployVerticle(server).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> get(String path, String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header(header, value)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    int fault(JsonObject fault) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/simulator/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(fault.encode()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    int spareRequests() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/simulator/faults"))
                .DELETE()
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    JsonObject status() throws IOException, InterruptedException {
        return new JsonObject(get("/simulator/status").body());
    }

    long violations(String kind) throws IOException, InterruptedException {
        return status().getJsonObject("violations").getLong(kind);
    }

    ReceivedKlines listen(String path) {
        ReceivedKlines received = new ReceivedKlines();
        received.opened(listen(path, received));
        return received;
    }

    WebSocket listen(String path, WebSocket.Listener listener) {
        return client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.actualPort() + path), listener)
                .join();
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        if (broken.get() != null) {
            throw new AssertionError(broken.get());
        }
    }
}

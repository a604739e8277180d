package io.cryptolambda.serving.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.SeriesKey;
import io.cryptolambda.serving.tail.TailDocument;
import io.cryptolambda.serving.testing.TestServing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams over real connections that are kept alive far more often than in production. */
class KeepAliveIT {
    private static final long EVERY_MILLIS = 100;
    private static final int BURST = 10_000;
    private static final String KEEP_ALIVE = ": keep-alive";

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventLog events = new EventLog(2 * BURST);
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        StreamCount count = new StreamCount(10, registry);
        Promise<HttpServer> listening = Promise.promise();
        vertx.runOnContext(now -> {
            Streams streams = new Streams(vertx, events, count, EVERY_MILLIS);
            vertx.createHttpServer()
                    .requestHandler(request -> streams.open(
                            request.response(),
                            new StreamFilter(Set.of(request.path().substring(1)), Set.of()),
                            null))
                    .listen(0, "127.0.0.1")
                    .onComplete(listening);
        });
        server = TestServing.await(listening.future());
    }

    @AfterEach
    void stop() throws Exception {
        TestServing.await(vertx.close());
    }

    @Test
    void shouldSaySomethingFromTimeToTimeWhereNothingHappens() throws Exception {
        try (Socket socket = follow("BTCUSDT", 65_536);
                BufferedReader lines = lines(socket)) {
            for (int heard = 0; heard < 3; heard++) {
                awaitLine(lines, KEEP_ALIVE);
            }
        }
    }

    @Test
    void shouldDropAClientThatStopsReadingThoughNothingIsLostYetAndNoOther() throws Exception {
        try (Socket deaf = follow("BTCUSDT", 4_096);
                Socket other = follow("ETHUSDT", 65_536);
                BufferedReader lines = lines(other)) {
            Awaitility.await().until(() -> gauge("serving.streams") == 2);

            events.append(Collections.nCopies(BURST, document("BTCUSDT")));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            registry.get("serving.streams.dropped").counter().count() == 1);

            assertThat(deaf.isClosed()).as("by us").isFalse();
            assertThat(events.reaches(0)).isTrue();
            assertThat(gauge("serving.streams")).isEqualTo(1);
            awaitLine(lines, KEEP_ALIVE);
            events.append(Collections.singletonList(document("ETHUSDT")));
            awaitLine(lines, "data: {");
        }
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private Socket follow(String symbol, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", server.actualPort()));
        socket.getOutputStream()
                .write(("GET /" + symbol + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void awaitLine(BufferedReader lines, String beginning) throws IOException {
        for (String line = lines.readLine(); !line.startsWith(beginning); ) {
            line = lines.readLine();
            assertThat(line).as("before " + beginning).isNotNull();
        }
    }

    private static TailDocument document(String symbol) {
        byte[] json = ("{\"symbol\":\"" + symbol + "\",\"more\":\"" + "x".repeat(1_500) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        return new TailDocument(new SeriesKey(symbol, Interval.ONE_MINUTE), 0, 0, 0, true, null, json);
    }
}

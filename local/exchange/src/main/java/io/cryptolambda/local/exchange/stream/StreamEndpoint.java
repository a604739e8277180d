package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.fault.RateWindow;
import io.cryptolambda.local.exchange.fault.Violations;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Accepts WebSockets on {@code /ws}, {@code /ws/<stream>[/<stream>...]} and {@code /stream[?streams=a/b]}. */
public final class StreamEndpoint {
    private static final int CONNECTIONS = 300;
    private static final long WITHIN_MILLIS = 300_000;

    private final Vertx vertx;
    private final StreamHub hub;
    private final VirtualClock clock;
    private final Violations violations;
    private final Duration pingEvery;
    private final RateWindow connections = new RateWindow(CONNECTIONS, WITHIN_MILLIS);

    public StreamEndpoint(Vertx vertx, StreamHub hub, VirtualClock clock, Violations violations, Duration pingEvery) {
        this.vertx = vertx;
        this.hub = hub;
        this.clock = clock;
        this.violations = violations;
        this.pingEvery = pingEvery;
    }

    /** Refuses what is on no path of ours with 404, and whoever connects too often with 429. */
    public void handshake(ServerWebSocketHandshake handshake) {
        String path = handshake.path();
        if (!connections.admit(hub.realMillis())) {
            violations.add(Violations.Kind.CONNECTIONS);
            handshake.reject(429);
        } else if (path.equals("/stream") || path.equals("/ws") || path.startsWith("/ws/")) {
            handshake.accept();
        } else {
            handshake.reject(404);
        }
    }

    /** Serves an accepted connection. */
    public void connected(ServerWebSocket socket) {
        boolean combined = socket.path().equals("/stream");
        StreamConnection.Format format =
                new StreamConnection.Format(combined, KlineTimeUnit.of(parameter(socket.query(), "timeUnit")));
        StreamConnection connection = new StreamConnection(
                vertx,
                socket,
                hub,
                violations,
                clock.now(),
                format,
                clock.speed().isMax(),
                pingEvery);
        hub.opened(connection);
        if (!connection.subscribe(wanted(socket, combined))) {
            connection.close();
        }
    }

    private static List<String> wanted(ServerWebSocket socket, boolean combined) {
        String path = socket.path();
        String names = combined
                ? parameter(socket.query(), "streams")
                : path.substring(Math.min(path.length(), "/ws/".length()));
        return Arrays.stream(names.split("/"))
                .filter(name -> !name.isEmpty())
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .toList();
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}

package io.cryptolambda.local.exchange.stream;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Accepts WebSockets on {@code /ws}, {@code /ws/<stream>[/<stream>...]} and {@code /stream[?streams=a/b]}. */
public final class StreamEndpoint {
    private static final String STREAMS = "streams=";

    private final Vertx vertx;
    private final StreamHub hub;
    private final boolean waitForClients;

    /** @param waitForClients whether virtual time waits for clients that do not read */
    public StreamEndpoint(Vertx vertx, StreamHub hub, boolean waitForClients) {
        this.vertx = vertx;
        this.hub = hub;
        this.waitForClients = waitForClients;
    }

    /** Refuses what is on no path of ours with 404. */
    public void handshake(ServerWebSocketHandshake handshake) {
        String path = handshake.path();
        if (path.equals("/stream") || path.equals("/ws") || path.startsWith("/ws/")) {
            handshake.accept();
        } else {
            handshake.reject(404);
        }
    }

    /** Serves an accepted connection. */
    public void connected(ServerWebSocket socket) {
        boolean combined = socket.path().equals("/stream");
        new StreamConnection(vertx, socket, hub, combined, waitForClients).subscribe(wanted(socket, combined));
    }

    private static List<String> wanted(ServerWebSocket socket, boolean combined) {
        String path = socket.path();
        String names = combined ? parameter(socket.query()) : path.substring(Math.min(path.length(), "/ws/".length()));
        return Arrays.stream(names.split("/"))
                .filter(name -> !name.isEmpty())
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .toList();
    }

    private static String parameter(String query) {
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(part -> part.startsWith(STREAMS))
                .map(part -> part.substring(STREAMS.length()))
                .findFirst()
                .orElse("");
    }
}

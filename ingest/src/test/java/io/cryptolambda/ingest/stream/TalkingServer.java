package io.cryptolambda.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/**
 * A stream server that answers requests as the exchange does and tells what it is told to. What happens is noted in order:
 * {@code 1 open}, {@code 1 SUBSCRIBE [x@kline_1m]}, {@code 2 told}, {@code 1 closed}, each with the number of its connection.
 */
final class TalkingServer extends WebSocketListener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final List<WebSocket> sockets = new CopyOnWriteArrayList<>();
    private final Map<WebSocket, Queue<String>> subscriptions = new ConcurrentHashMap<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private volatile String atOnce;
    private volatile int forgets;

    TalkingServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .webSocketUpgrade(TalkingServer.this)
                        .build();
            }
        });
        server.start();
    }

    String url() {
        return "ws://127.0.0.1:" + server.getPort();
    }

    /** Connections made so far. */
    int connections() {
        return sockets.size();
    }

    /** What has happened so far. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** The next so many requests to subscribe are answered and not carried out. */
    void forget(int times) {
        forgets = times;
    }

    /** From now on each connection is told this once it has listed its subscriptions. */
    void tellAtOnce(String text) {
        atOnce = text;
    }

    void tell(String text) {
        last(socket -> socket.send(text));
    }

    void tell(ByteString bytes) {
        last(socket -> socket.send(bytes));
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        subscriptions.put(socket, new ConcurrentLinkedQueue<>());
        sockets.add(socket);
        note(socket, "open");
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        try {
            JsonNode request = JSON.readTree(text);
            long id = request.path("id").asLong();
            String method = request.path("method").asText();
            Queue<String> subscribed = subscriptions.get(socket);
            note(socket, (method + " " + streams(request)).strip());
            if (method.equals("LIST_SUBSCRIPTIONS")) {
                socket.send("{\"result\":" + JSON.writeValueAsString(List.copyOf(subscribed)) + ",\"id\":" + id + "}");
                if (atOnce != null) {
                    socket.send(atOnce);
                    note(socket, "told");
                }
                return;
            }
            if (method.equals("UNSUBSCRIBE")) {
                subscribed.removeAll(streams(request));
            } else if (forgets > 0) {
                forgets--;
            } else {
                subscribed.addAll(streams(request));
            }
            socket.send("{\"result\":null,\"id\":" + id + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        note(socket, "closed");
        socket.close(code, reason);
    }

    @Override
    public void close() {
        server.close();
    }

    private void note(WebSocket socket, String event) {
        events.add(sockets.indexOf(socket) + 1 + " " + event);
    }

    private static List<String> streams(JsonNode request) {
        List<String> streams = new ArrayList<>();
        request.path("params").forEach(stream -> streams.add(stream.asText()));
        return streams;
    }

    private void last(Consumer<WebSocket> action) {
        action.accept(sockets.get(sockets.size() - 1));
    }
}

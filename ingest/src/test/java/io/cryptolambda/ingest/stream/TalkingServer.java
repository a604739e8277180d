package io.cryptolambda.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** A stream server that answers requests as the exchange does and tells what it is told to. */
final class TalkingServer extends WebSocketListener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final Queue<WebSocket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<String> subscriptions = new ConcurrentLinkedQueue<>();

    TalkingServer() throws IOException {
        server.start();
        server.enqueue(new MockResponse.Builder().webSocketUpgrade(this).build());
        server.enqueue(new MockResponse.Builder().webSocketUpgrade(this).build());
    }

    String url() {
        return "ws://127.0.0.1:" + server.getPort();
    }

    /** Connections made so far. */
    int connections() {
        return sockets.size();
    }

    void tell(String text) {
        last(socket -> socket.send(text));
    }

    void tell(ByteString bytes) {
        last(socket -> socket.send(bytes));
    }

    @Override
    public void onOpen(WebSocket socket, okhttp3.Response response) {
        subscriptions.clear();
        sockets.add(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        try {
            JsonNode request = JSON.readTree(text);
            long id = request.path("id").asLong();
            if (request.path("method").asText().equals("LIST_SUBSCRIPTIONS")) {
                socket.send(
                        "{\"result\":" + JSON.writeValueAsString(List.copyOf(subscriptions)) + ",\"id\":" + id + "}");
            } else {
                request.path("params").forEach(stream -> subscriptions.add(stream.asText()));
                socket.send("{\"result\":null,\"id\":" + id + "}");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(code, reason);
    }

    @Override
    public void close() {
        server.close();
    }

    private void last(Consumer<WebSocket> action) {
        WebSocket last = null;
        for (WebSocket socket : sockets) {
            last = socket;
        }
        action.accept(last);
    }
}

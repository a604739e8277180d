package io.cryptolambda.serving.testing;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A WebSocket that keeps what comes. */
public final class WebSocketClient implements AutoCloseable {
    private final Listener listener = new Listener();
    private final WebSocket socket;

    private static final class Listener implements WebSocket.Listener {
        private final List<String> messages = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private volatile int closed;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed = status;
            return null;
        }
    }

    private WebSocketClient(URI address, String... headers) throws Exception {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        this.socket = builder.buildAsync(address, listener).get(10, TimeUnit.SECONDS);
    }

    /** Opens one on a path of a server of HTTP; {@code headers} are names and values in turns. */
    public static WebSocketClient open(URI server, String path, String... headers) throws Exception {
        return new WebSocketClient(URI.create(server.toString().replaceFirst("http", "ws") + path), headers);
    }

    public void send(String text) throws Exception {
        socket.sendText(text, true).get(10, TimeUnit.SECONDS);
    }

    /** What came so far. */
    public List<String> messages() {
        return listener.messages;
    }

    /** A message of those that came. */
    public JsonObject message(int index) {
        return new JsonObject(listener.messages.get(index));
    }

    /** The status that the server has closed it with; 0 as long as it has not. */
    public int closed() {
        return listener.closed;
    }

    @Override
    public void close() {
        socket.abort();
    }
}

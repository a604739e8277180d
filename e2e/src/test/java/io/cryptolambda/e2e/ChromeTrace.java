package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A trace of everything that Chromium does, from when this is made until it is ended; by the DevTools protocol. */
final class ChromeTrace implements WebSocket.Listener {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MOST_MINUTES = 2;

    private final StringBuilder message = new StringBuilder();
    private final List<JsonNode> events = new ArrayList<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<List<JsonNode>> complete = new CompletableFuture<>();
    private final WebSocket socket;

    /** @param debugger host and port that Chromium is told what to do by */
    ChromeTrace(String debugger) {
        String address = new Api("http://" + debugger)
                .get("/json/version")
                .required("webSocketDebuggerUrl")
                .textValue();
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .join();
        ObjectNode start = MAPPER.createObjectNode().put("id", 1).put("method", "Tracing.start");
        ObjectNode configuration = start.putObject("params").putObject("traceConfig");
        configuration
                .put("recordMode", "recordAsMuchAsPossible")
                .putArray("includedCategories")
                .add("toplevel")
                .add("devtools.timeline");
        socket.sendText(start.toString(), true);
        await(started);
    }

    /** Ends it and returns its events, as the trace event format has them. */
    List<JsonNode> end() {
        socket.sendText("{\"id\":2,\"method\":\"Tracing.end\"}", true);
        List<JsonNode> found = await(complete);
        socket.abort();
        return found;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        from.request(1);
        if (last) {
            take(message.toString());
            message.setLength(0);
        }
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        started.completeExceptionally(error);
        complete.completeExceptionally(error);
    }

    private void take(String text) {
        try {
            JsonNode told = MAPPER.readTree(text);
            if (told.path("id").asInt() == 1) {
                started.complete(null);
            } else if (told.path("method").asText().equals("Tracing.dataCollected")) {
                told.path("params").path("value").forEach(events::add);
            } else if (told.path("method").asText().equals("Tracing.tracingComplete")) {
                complete.complete(events);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(MOST_MINUTES, TimeUnit.MINUTES).join();
    }
}

package io.cryptolambda.local.exchange.stream;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One client's WebSocket: its subscriptions, its requests, and the pings that show it is alive. */
final class StreamConnection {
    private static final int MAX_STREAMS = 1024;
    private static final long PING_EVERY_MILLIS = 20_000;
    private static final int UNANSWERED_PINGS = 3;
    private static final short POLICY_VIOLATION = 1008;

    private final ServerWebSocket socket;
    private final StreamHub hub;
    private final boolean combined;
    private final boolean waitedFor;
    private final Set<String> streams = new LinkedHashSet<>();
    private int unanswered;

    /**
     * @param combined whether payloads are wrapped with the name of their stream
     * @param waitedFor whether the tape waits for this client to read; otherwise it is cut off when it falls behind
     */
    StreamConnection(Vertx vertx, ServerWebSocket socket, StreamHub hub, boolean combined, boolean waitedFor) {
        this.socket = socket;
        this.hub = hub;
        this.combined = combined;
        this.waitedFor = waitedFor;
        long pings = vertx.setPeriodic(PING_EVERY_MILLIS, timer -> ping());
        socket.setWriteQueueMaxSize(waitedFor ? 64 * 1024 : 32 * 1024 * 1024);
        socket.drainHandler(drained -> hub.drained());
        socket.pongHandler(pong -> unanswered = 0);
        socket.textMessageHandler(this::request);
        socket.exceptionHandler(broken -> socket.close());
        socket.closeHandler(closed -> {
            vertx.cancelTimer(pings);
            Set.copyOf(streams).forEach(this::unsubscribe);
        });
    }

    boolean combined() {
        return combined;
    }

    boolean congested() {
        return waitedFor && !socket.isClosed() && socket.writeQueueFull();
    }

    void subscribe(List<String> wanted) {
        for (String stream : wanted) {
            if (streams.size() < MAX_STREAMS && streams.add(stream)) {
                hub.subscribe(this, stream);
            }
        }
    }

    void send(String message) {
        if (socket.isClosed()) {
            return;
        }
        if (!waitedFor && socket.writeQueueFull()) {
            socket.close(POLICY_VIOLATION, "too slow");
            return;
        }
        socket.writeTextMessage(message);
    }

    private void unsubscribe(String stream) {
        if (streams.remove(stream)) {
            hub.unsubscribe(this, stream);
        }
    }

    private void request(String text) {
        JsonObject request;
        try {
            request = new JsonObject(text);
        } catch (DecodeException e) {
            refuse("Invalid JSON: not an object", null);
            return;
        }
        Object id = request.getValue("id");
        Object method = request.getValue("method");
        if (!(id == null || id instanceof String || id instanceof Number)) {
            refuse("Invalid request: request ID must be an unsigned integer", null);
        } else if ("LIST_SUBSCRIPTIONS".equals(method)) {
            answer(new JsonArray(List.copyOf(streams)), id);
        } else if ("SUBSCRIBE".equals(method) || "UNSUBSCRIBE".equals(method)) {
            change("SUBSCRIBE".equals(method), request.getValue("params"), id);
        } else {
            refuse(
                    "Invalid request: unknown variant " + method + ", expected one of SUBSCRIBE, UNSUBSCRIBE,"
                            + " LIST_SUBSCRIPTIONS",
                    id);
        }
    }

    private void change(boolean subscribe, Object params, Object id) {
        if (!(params instanceof JsonArray array) || !array.stream().allMatch(String.class::isInstance)) {
            refuse("Invalid request: params must be an array of stream names", id);
            return;
        }
        List<String> names = array.stream().map(String.class::cast).toList();
        if (subscribe && streams.size() + names.size() > MAX_STREAMS) {
            refuse("Invalid request: more than " + MAX_STREAMS + " streams on one connection", id);
            return;
        }
        answer(null, id);
        if (subscribe) {
            subscribe(names);
        } else {
            names.forEach(this::unsubscribe);
        }
    }

    private void answer(JsonArray result, Object id) {
        socket.writeTextMessage(
                new JsonObject().put("result", result).put("id", id).encode());
    }

    private void refuse(String message, Object id) {
        JsonObject error = new JsonObject().put("code", 2).put("msg", message);
        socket.writeTextMessage(
                id == null ? error.encode() : error.put("id", id).encode());
    }

    private void ping() {
        if (socket.isClosed()) {
            return;
        }
        unanswered++;
        if (unanswered > UNANSWERED_PINGS) {
            socket.close(POLICY_VIOLATION, "no pong");
        } else {
            socket.writePing(Buffer.buffer("ping"));
        }
    }
}

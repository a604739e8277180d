package io.cryptolambda.local.exchange.stream;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Carries out what a client asks for on its connection. A name that is no stream is taken without a word, as there. */
final class SubscriptionRequests {
    private final StreamConnection connection;

    SubscriptionRequests(StreamConnection connection) {
        this.connection = connection;
    }

    /** Does what {@code text} asks for and returns the answer. */
    String answer(String text) {
        JsonObject request;
        try {
            request = new JsonObject(text);
        } catch (DecodeException e) {
            return refusal("Invalid JSON: not an object", null);
        }
        Object id = request.getValue("id");
        if (!(id == null || id instanceof String || id instanceof Number)) {
            return refusal("Invalid request: request ID must be an unsigned integer", null);
        }
        Object method = request.getValue("method");
        if ("LIST_SUBSCRIPTIONS".equals(method)) {
            return result(new JsonArray(List.copyOf(connection.streams())), id);
        }
        if ("SUBSCRIBE".equals(method) || "UNSUBSCRIBE".equals(method)) {
            return change("SUBSCRIBE".equals(method), request.getValue("params"), id);
        }
        return refusal(
                "Invalid request: unknown variant " + method
                        + ", expected one of SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS",
                id);
    }

    private String change(boolean subscribe, Object params, Object id) {
        if (!(params instanceof JsonArray array) || !array.stream().allMatch(String.class::isInstance)) {
            return refusal("Invalid request: params must be an array of stream names", id);
        }
        List<String> names = array.stream().map(String.class::cast).toList();
        if (!subscribe) {
            names.forEach(connection::unsubscribe);
        } else if (!connection.subscribe(names)) {
            return refusal(
                    "Invalid request: more than " + StreamConnection.MAX_STREAMS + " streams on one connection", id);
        }
        return result(null, id);
    }

    private static String result(JsonArray result, Object id) {
        return new JsonObject().put("result", result).put("id", id).encode();
    }

    private static String refusal(String message, Object id) {
        JsonObject error = new JsonObject().put("code", 2).put("msg", message);
        return id == null ? error.encode() : error.put("id", id).encode();
    }
}

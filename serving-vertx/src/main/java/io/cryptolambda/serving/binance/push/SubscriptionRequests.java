package io.cryptolambda.serving.binance.push;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Carries out what a client asks for on its connection, and answers as the exchange does. */
final class SubscriptionRequests {
    private final SocketClient client;

    SubscriptionRequests(SocketClient client) {
        this.client = client;
    }

    /** Does what {@code text} asks for and returns the answer. */
    String answer(String text) {
        JsonObject request;
        try {
            request = new JsonObject(text);
        } catch (DecodeException e) {
            return refusal(3, "Invalid JSON: expected value at line 1 column 1", null);
        }
        Object id = request.getValue("id");
        if (!(id == null || id instanceof String || id instanceof Number)) {
            return refusal(2, "Invalid request: request ID must be an unsigned integer", null);
        }
        Object method = request.getValue("method");
        if ("LIST_SUBSCRIPTIONS".equals(method)) {
            return result(new JsonArray(List.copyOf(client.streams())), id);
        }
        if ("SUBSCRIBE".equals(method) || "UNSUBSCRIBE".equals(method)) {
            return change("SUBSCRIBE".equals(method), request.getValue("params"), id);
        }
        return refusal(
                2, "Invalid request: unknown variant, expected one of SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS", id);
    }

    private String change(boolean subscribe, Object params, Object id) {
        if (!(params instanceof JsonArray array) || !array.stream().allMatch(String.class::isInstance)) {
            return refusal(2, "Invalid request: params must be an array of stream names", id);
        }
        List<String> names = array.stream().map(String.class::cast).toList();
        if (!subscribe) {
            names.forEach(client::unsubscribe);
        } else if (!client.subscribe(names)) {
            return refusal(
                    2, "Invalid request: more than " + SocketClient.MAX_STREAMS + " streams on one connection", id);
        }
        return result(null, id);
    }

    private static String result(JsonArray result, Object id) {
        return new JsonObject().put("result", result).put("id", id).encode();
    }

    private static String refusal(int code, String message, Object id) {
        JsonObject error = new JsonObject().put("code", code).put("msg", message);
        return new JsonObject().put("error", error).put("id", id).encode();
    }
}

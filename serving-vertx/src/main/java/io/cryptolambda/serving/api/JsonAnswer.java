package io.cryptolambda.serving.api;

import io.cryptolambda.core.Interval;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;

/** Sends data: always fresh, never to be stored on the way. */
final class JsonAnswer {
    private JsonAnswer() {}

    static void send(RoutingContext context, JsonObject answer) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(answer.toBuffer());
    }

    /** An object with a field a partition, in order. */
    static JsonObject byPartition(Map<Integer, Long> values) {
        JsonObject json = new JsonObject();
        new TreeMap<>(values).forEach((partition, value) -> json.put(partition.toString(), value));
        return json;
    }

    /** An object with a field an interval, in order. */
    static JsonObject byInterval(Map<Interval, Long> values) {
        JsonObject json = new JsonObject();
        new TreeMap<>(values).forEach((interval, value) -> json.put(interval.text(), value));
        return json;
    }
}

package io.cryptolambda.serving.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Sends data: always fresh, never to be stored on the way. */
final class JsonAnswer {
    private JsonAnswer() {}

    static void send(RoutingContext context, JsonObject answer) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(answer.toBuffer());
    }
}

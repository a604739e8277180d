package io.cryptolambda.serving.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Lets the pages of listed origins read answers. To any other origin nothing is said, so that its browser keeps the answer
 * from it; programs, which may send whatever origin they like, are served all the same.
 */
final class Cors implements Handler<RoutingContext> {
    private static final String METHODS = "GET, HEAD";
    private static final String HEADERS = "Authorization, X-API-Key, X-MBX-APIKEY, Last-Event-ID, If-None-Match";
    private static final String EXPOSED = "ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";

    private final List<String> origins;

    Cors(List<String> origins) {
        this.origins = origins;
    }

    @Override
    public void handle(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        if (origin == null || !origins.contains(origin)) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Access-Control-Expose-Headers", EXPOSED)
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("Vary", "Origin");
        if (context.request().method() == HttpMethod.OPTIONS) {
            response.putHeader("Access-Control-Allow-Methods", METHODS)
                    .putHeader("Access-Control-Allow-Headers", HEADERS)
                    .setStatusCode(204)
                    .end();
        } else {
            context.next();
        }
    }
}

package io.cryptolambda.serving.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;

/** Sets what browsers may do with any answer, and refuses requests that bring a body, or a query that is none. */
final class SecurityHeaders implements Handler<RoutingContext> {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    @Override
    public void handle(RoutingContext context) {
        context.response().headers().addAll(HEADERS);
        if (hasBody(context.request())) {
            // The body is not read; the connection ends with the answer.
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            // The server would wait for the rest of the body first, and a body may be promised that never comes.
            context.addEndHandler(ended -> context.request().connection().close());
            context.fail(413);
        } else if (!hasReadableQuery(context)) {
            context.fail(400);
        } else {
            context.next();
        }
    }

    /** Escapes such as {@code %ZZ} cannot be read; told here, no handler meets them. */
    private static boolean hasReadableQuery(RoutingContext context) {
        try {
            context.queryParams();
            return true;
        } catch (HttpException e) {
            return false;
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }
}

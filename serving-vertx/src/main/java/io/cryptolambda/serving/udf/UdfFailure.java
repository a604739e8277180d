package io.cryptolambda.serving.udf;

import io.cryptolambda.serving.guard.RefusedByStatus;
import io.cryptolambda.serving.guard.RefusedException;
import io.cryptolambda.serving.view.UnknownSymbolException;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses as the protocol does. What broke inside is told to the log alone. */
final class UdfFailure {
    private static final Logger LOG = LoggerFactory.getLogger(UdfFailure.class);

    private UdfFailure() {}

    static void send(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        if (RefusedByStatus.is(context)) {
            context.next(); // refused by its status alone, before it came here
            return;
        }
        Throwable failure = context.failure();
        if (failure instanceof UdfException) {
            send(context, 400, failure.getMessage());
        } else if (failure instanceof UnknownSymbolException) {
            send(context, 404, "unknown_symbol");
        } else if (failure instanceof RefusedException refused) {
            if (refused.retryAfterSeconds() > 0) {
                context.response().putHeader("Retry-After", Integer.toString(refused.retryAfterSeconds()));
            }
            send(context, refused.status(), refused.getMessage());
        } else if (failure instanceof ViewUnavailableException) {
            LOG.warn("event=view_unavailable path={} reason=\"{}\"", context.normalizedPath(), failure.getMessage());
            context.response().putHeader("Retry-After", "1");
            send(context, 503, "The data cannot be read at the moment; try again.");
        } else {
            LOG.error("event=request_failed path={}", context.normalizedPath(), failure);
            send(context, 500, "The request failed; the server's log says why.");
        }
    }

    private static void send(RoutingContext context, int status, String message) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject().put("s", "error").put("errmsg", message).encode());
    }
}

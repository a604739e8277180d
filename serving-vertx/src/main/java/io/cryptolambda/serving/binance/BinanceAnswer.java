package io.cryptolambda.serving.binance;

import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.guard.RefusedByStatus;
import io.cryptolambda.serving.guard.RefusedException;
import io.cryptolambda.serving.guard.Usage;
import io.cryptolambda.serving.view.UnknownSymbolException;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers and refusals as the exchange does. What broke inside is told to the log alone. */
public final class BinanceAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(BinanceAnswer.class);

    private BinanceAnswer() {}

    static void send(RoutingContext context, int status, String body) {
        Usage usage = Guard.usage(context);
        if (usage != null) {
            context.response().putHeader("X-MBX-USED-WEIGHT-1M", Integer.toString(usage.used()));
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }

    /** The failure handler of every route. */
    public static void refuse(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        if (RefusedByStatus.is(context)) {
            context.next(); // refused by its status alone, before it came here
            return;
        }
        BinanceError error = error(context, context.failure());
        send(context, error.status(), error.body());
    }

    private static BinanceError error(RoutingContext context, Throwable failure) {
        if (failure instanceof BinanceError error) {
            return error;
        }
        if (failure instanceof UnknownSymbolException) {
            return BinanceError.symbol();
        }
        if (failure instanceof RefusedException refused) {
            if (refused.retryAfterSeconds() > 0) {
                context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(refused.retryAfterSeconds()));
            }
            return refused.status() == 401
                    ? BinanceError.of(401, -2015, "Invalid API-key, IP, or permissions for action.")
                    : BinanceError.of(refused.status(), -1003, "Too many requests. " + refused.getMessage());
        }
        if (failure instanceof ViewUnavailableException) {
            LOG.warn("event=view_unavailable path={} reason=\"{}\"", context.normalizedPath(), failure.getMessage());
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            return BinanceError.of(503, -1001, "Internal error; unable to process your request. Please try again.");
        }
        LOG.error("event=request_failed path={}", context.normalizedPath(), failure);
        return BinanceError.of(500, -1000, "An unknown error occurred while processing the request.");
    }
}

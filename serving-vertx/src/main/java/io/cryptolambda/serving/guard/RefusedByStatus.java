package io.cryptolambda.serving.guard;

import io.vertx.ext.web.RoutingContext;

/** Requests that the server itself refuses, such as one without a Host header: its status says all, whatever it threw. */
public final class RefusedByStatus {
    private RefusedByStatus() {}

    /** Whether the failing request was refused so. */
    public static boolean is(RoutingContext context) {
        return context.failure() == null || (context.statusCode() >= 400 && context.statusCode() < 500);
    }
}

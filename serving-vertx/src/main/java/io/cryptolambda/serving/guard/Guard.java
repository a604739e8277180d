package io.cryptolambda.serving.guard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/**
 * Lets a request pass, or fails it with {@link RefusedException}: without an accepted token, over the client's weight, or
 * with too many requests of the client under way. One for all event loops.
 */
public final class Guard {
    private static final String USAGE = "guard.usage";
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final RateLimit rate;
    private final int concurrentQueries;
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    /** @param millis real time, for the minute that weight is counted in */
    public Guard(Limits limits, LongSupplier millis) {
        this.tokens = new ApiTokens(limits.tokens());
        this.rate = new RateLimit(limits.requestsPerMinute(), millis);
        this.concurrentQueries = limits.concurrentQueries();
    }

    /** A handler for requests of the given weight that end by themselves. */
    public Handler<RoutingContext> queries(ToIntFunction<RoutingContext> weight) {
        return context -> {
            String client = admit(context, weight.applyAsInt(context));
            if (underWay.merge(client, 1, Integer::sum) > concurrentQueries) {
                done(client);
                throw new RefusedException(
                        429, "More than " + concurrentQueries + " requests of this client are under way.", 1);
            }
            context.addEndHandler(ended -> done(client));
            context.next();
        };
    }

    /** A handler for requests that stay open. */
    public Handler<RoutingContext> streams() {
        return context -> {
            admit(context, 1);
            context.next();
        };
    }

    /** What the client of a request that passed, or was refused for its weight, has used. */
    public static Usage usage(RoutingContext context) {
        return context.get(USAGE);
    }

    private void done(String client) {
        underWay.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    private String admit(RoutingContext context, int weight) {
        String client = client(context.request());
        Usage usage = rate.take(client, weight);
        context.put(USAGE, usage);
        if (usage.limit() > 0) {
            context.response()
                    .putHeader("RateLimit-Limit", Integer.toString(usage.limit()))
                    .putHeader("RateLimit-Remaining", Integer.toString(usage.remaining()))
                    .putHeader("RateLimit-Reset", Integer.toString(usage.resetSeconds()));
        }
        if (usage.exceeded()) {
            throw new RefusedException(
                    429, "More than " + usage.limit() + " of request weight in a minute.", usage.resetSeconds());
        }
        return client;
    }

    private String client(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        if (!tokens.required()) {
            return address;
        }
        String token = token(request);
        int found = token == null ? -1 : tokens.find(token);
        if (found < 0) {
            throw new RefusedException(401, "An API token is needed: Authorization: Bearer TOKEN, or X-API-Key.", 0);
        }
        return "token " + found;
    }

    /** The exchange's own clients can set X-MBX-APIKEY only. */
    private static String token(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return authorization.substring(BEARER.length());
        }
        String key = request.getHeader("X-API-Key");
        return key == null ? request.getHeader("X-MBX-APIKEY") : key;
    }
}

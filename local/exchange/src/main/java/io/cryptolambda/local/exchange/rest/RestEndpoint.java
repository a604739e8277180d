package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.market.Market;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.LongSupplier;

/** Serves the exchange's public requests under {@code /api/v3}. */
public final class RestEndpoint {
    private static final String WEIGHT_HEADER = "X-MBX-USED-WEIGHT-1M";

    private final Vertx vertx;
    private final Market market;
    private final VirtualClock clock;
    private final WeightMeter weight;
    private final MeterRegistry metrics;

    /**
     * @param weightLimit request weight allowed in a minute
     * @param realMillis real time, for the weight minute
     */
    public RestEndpoint(
            Vertx vertx,
            Market market,
            VirtualClock clock,
            int weightLimit,
            LongSupplier realMillis,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.market = market;
        this.clock = clock;
        this.weight = new WeightMeter(weightLimit, realMillis);
        this.metrics = metrics;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        serve(router, "ping", context -> 1, context -> Future.succeededFuture("{}"));
        serve(router, "time", context -> 1, this::time);
        serve(router, "exchangeInfo", context -> 20, this::exchangeInfo);
        serve(router, "klines", context -> 2, this::klines);
        serve(router, "ticker/24hr", RestEndpoint::tickerWeight, this::ticker);
    }

    private interface Weight {
        int of(RoutingContext context);
    }

    private interface Answer {
        Future<String> to(RoutingContext context);
    }

    private void serve(Router router, String path, Weight cost, Answer answer) {
        router.get("/api/v3/" + path).handler(weighed(path, cost, answer));
    }

    private Handler<RoutingContext> weighed(String path, Weight cost, Answer answer) {
        return context -> {
            metrics.counter("exchange_requests", "path", path).increment();
            int used = weight.add(cost.of(context));
            context.response().putHeader(WEIGHT_HEADER, Integer.toString(used));
            if (weight.exceeded()) {
                metrics.counter("exchange_requests_refused").increment();
                context.response().putHeader("Retry-After", Long.toString(weight.secondsLeft()));
                send(context, 429, ApiError.weight(weight.limit()).body());
                return;
            }
            try {
                answer.to(context)
                        .onSuccess(body -> send(context, 200, body))
                        .onFailure(failure -> refuse(context, failure));
            } catch (ApiError refused) {
                refuse(context, refused);
            }
        };
    }

    private Future<String> time(RoutingContext context) {
        return Future.succeededFuture(
                new JsonObject().put("serverTime", clock.now()).encode());
    }

    private Future<String> exchangeInfo(RoutingContext context) {
        String symbol = context.queryParams().get("symbol");
        List<String> symbols = symbol == null ? market.symbols() : List.of(known(symbol));
        return Future.succeededFuture(
                ExchangeInfo.of(symbols, clock.now(), weight.limit()).encode());
    }

    private Future<String> klines(RoutingContext context) {
        KlineRequest request = KlineRequest.of(context.queryParams(), market.symbols());
        long now = clock.now();
        return vertx.executeBlocking(() -> Answers.klines(market, now, request), false);
    }

    private Future<String> ticker(RoutingContext context) {
        String symbol = context.queryParams().get("symbol");
        long now = clock.now();
        if (symbol != null) {
            known(symbol);
            return vertx.executeBlocking(
                    () -> Answers.ticker(market, now, symbol).encode(), false);
        }
        return vertx.executeBlocking(
                () -> {
                    JsonArray all = new JsonArray();
                    market.symbols().forEach(each -> all.add(Answers.ticker(market, now, each)));
                    return all.encode();
                },
                false);
    }

    private static int tickerWeight(RoutingContext context) {
        return context.queryParams().contains("symbol") ? 2 : 80;
    }

    private String known(String symbol) {
        if (!market.symbols().contains(symbol)) {
            throw ApiError.symbol();
        }
        return symbol;
    }

    private static void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof ApiError refused) {
            send(context, 400, refused.body());
        } else {
            context.fail(failure);
        }
    }

    private static void send(RoutingContext context, int status, String body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .end(body);
    }
}

package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.local.exchange.clock.ShownClock;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.fault.Fault;
import io.cryptolambda.local.exchange.fault.FaultKind;
import io.cryptolambda.local.exchange.fault.RestFaults;
import io.cryptolambda.local.exchange.market.AlteredMarket;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Serves the exchange's public requests under {@code /api/v3}. */
public final class RestEndpoint {
    private static final String WEIGHT_HEADER = "X-MBX-USED-WEIGHT-1M";

    private final Vertx vertx;
    private final AlteredMarket market;
    private final VirtualClock clock;
    private final ShownClock shown;
    private final RequestLimits limits;
    private final RestFaults faults;
    private final MeterRegistry metrics;

    /** @param shown the clock in answers; what is closed is decided by the true one */
    public RestEndpoint(
            Vertx vertx,
            AlteredMarket market,
            VirtualClock clock,
            ShownClock shown,
            RequestLimits limits,
            RestFaults faults,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.market = market;
        this.clock = clock;
        this.shown = shown;
        this.limits = limits;
        this.faults = faults;
        this.metrics = metrics;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        serve(router, "ping", context -> 1, (context, fault) -> Future.succeededFuture("{}"));
        serve(router, "time", context -> 1, (context, fault) -> time(context));
        serve(router, "exchangeInfo", context -> 20, (context, fault) -> exchangeInfo(context));
        serve(router, "klines", context -> 2, this::klines);
        serve(router, "uiKlines", context -> 2, this::klines);
        serve(router, "ticker/24hr", RestEndpoint::tickerWeight, (context, fault) -> ticker(context));
    }

    private interface Weight {
        int of(RoutingContext context);
    }

    private interface Answer {
        /** @param fault what is wrong with its content; null if nothing is */
        Future<String> to(RoutingContext context, FaultKind fault);
    }

    private void serve(Router router, String path, Weight cost, Answer answer) {
        router.get("/api/v3/" + path).handler(weighed(path, cost, answer));
    }

    private Handler<RoutingContext> weighed(String path, Weight cost, Answer answer) {
        boolean klines = path.endsWith("lines");
        return context -> {
            metrics.counter("exchange_requests", "path", path).increment();
            RequestLimits.Verdict verdict = limits.admit(cost.of(context));
            context.response().putHeader(WEIGHT_HEADER, Integer.toString(verdict.used()));
            if (verdict.status() != 200) {
                metrics.counter("exchange_requests_refused").increment();
                context.response().putHeader("Retry-After", Long.toString(verdict.retryAfter()));
                send(context, verdict.status(), ApiError.weight(limits.limit()).body());
                return;
            }
            Optional<Fault> fault = faults.take(klines);
            FaultKind kind = fault.map(Fault::kind).orElse(null);
            Runnable right = () -> answer(context, answer, kind);
            if (fault.isEmpty() || !SpoiledAnswer.send(vertx, context.response(), fault.get(), limits, right)) {
                right.run();
            }
        };
    }

    private static void answer(RoutingContext context, Answer answer, FaultKind fault) {
        try {
            answer.to(context, fault)
                    .onSuccess(body -> send(context, 200, body))
                    .onFailure(failure -> refuse(context, failure));
        } catch (ApiError refused) {
            refuse(context, refused);
        }
    }

    private Future<String> time(RoutingContext context) {
        return Future.succeededFuture(new JsonObject()
                .put("serverTime", unit(context).first(shown.shown()))
                .encode());
    }

    private Future<String> exchangeInfo(RoutingContext context) {
        long now = clock.now();
        List<String> symbols = asked(context).stream().map(this::known).toList();
        List<String> listed = symbols.isEmpty()
                ? market.symbols().stream()
                        .filter(symbol -> market.listed(symbol, now))
                        .toList()
                : symbols;
        JsonObject info = ExchangeInfo.of(
                listed, symbol -> market.trading(symbol, now), unit(context).first(shown.shown()), limits.limit());
        return Future.succeededFuture(info.encode());
    }

    private static List<String> asked(RoutingContext context) {
        String symbol = context.queryParams().get("symbol");
        String symbols = context.queryParams().get("symbols");
        if (symbol != null) {
            return List.of(symbol);
        }
        try {
            return symbols == null
                    ? List.of()
                    : new JsonArray(symbols).stream().map(String.class::cast).toList();
        } catch (DecodeException | ClassCastException e) {
            throw ApiError.illegalCharacters("symbols", "^\\[(\"[\\p{L}\\p{N}-_.]{1,20}\"(,\"...\")*)?\\]$");
        }
    }

    private Future<String> klines(RoutingContext context, FaultKind fault) {
        long now = clock.now();
        KlineRequest request = KlineRequest.of(context.queryParams(), symbol -> market.listed(symbol, now));
        KlineTimeUnit unit = unit(context);
        return vertx.executeBlocking(() -> Answers.klines(market, now, request, unit, fault), false);
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
                    market.symbols().stream()
                            .filter(each -> market.listed(each, now))
                            .forEach(each -> all.add(Answers.ticker(market, now, each)));
                    return all.encode();
                },
                false);
    }

    private static int tickerWeight(RoutingContext context) {
        return context.queryParams().contains("symbol") ? 2 : 80;
    }

    private static KlineTimeUnit unit(RoutingContext context) {
        return KlineTimeUnit.of(context.request().getHeader(KlineTimeUnit.HEADER));
    }

    private String known(String symbol) {
        if (!market.listed(symbol, clock.now())) {
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

package io.cryptolambda.serving.api;

import io.cryptolambda.serving.binance.BinanceApi;
import io.cryptolambda.serving.binance.push.StreamSockets;
import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.kline.ExchangeClock;
import io.cryptolambda.serving.kline.KlineReader;
import io.cryptolambda.serving.latest.LatestReader;
import io.cryptolambda.serving.stream.Streams;
import io.cryptolambda.serving.udf.UdfApi;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.RunReader;
import io.cryptolambda.serving.view.ServingMetrics;
import io.cryptolambda.serving.view.SymbolReader;
import io.cryptolambda.serving.view.ViewReader;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/** Every route of the server. */
public final class Api {
    private static final int[] PROBLEMS = {400, 404, 405, 413, 500};

    private Api() {}

    /**
     * The router of one event loop.
     *
     * @param elasticsearch the store, as seen from this event loop
     * @param shared what all event loops share
     */
    public static Router router(Vertx vertx, Elasticsearch elasticsearch, Backend shared) {
        ViewReader views = new ViewReader(
                elasticsearch,
                shared.tail(),
                shared.tailIsCurrent(),
                shared.pages(),
                shared.known(),
                shared.told(),
                ServingMetrics.in(shared.registry()));
        RunReader runs = new RunReader(elasticsearch);
        SymbolReader symbols = new SymbolReader(elasticsearch);
        HealthHandler health = new HealthHandler(runs);
        LatestReader latest =
                new LatestReader(elasticsearch, shared.tail(), shared.tailIsCurrent(), Api::millisSinceSomeTime);
        Streams streams = new Streams(vertx, shared.events(), shared.streams());
        Guard guard = shared.guard();

        Router router = Router.router(vertx);
        for (int status : PROBLEMS) {
            router.errorHandler(status, ProblemJson::handle);
        }
        // No failure handler here: it would come before those of the routes, which word failures as their clients
        // expect.
        router.route().handler(new SecurityHeaders());
        Cors cors = new Cors(shared.limits().origins());
        router.route("/api/*").handler(cors);
        router.route("/udf/*").handler(cors);

        Handler<RoutingContext> query = guard.queries(context -> 1);
        for (Resource resource : Resource.values()) {
            get(router, resource.path()).handler(query).handler(new RowsHandler(resource, views));
        }
        get(router, "/api/v1/candles/history").handler(query).handler(new HistoryHandler(shared.revisions(), views));
        get(router, "/api/v1/symbols").handler(query).handler(new SymbolsHandler(symbols));
        get(router, "/api/v1/latest").handler(query).handler(new LatestHandler(latest));
        get(router, "/api/v1/layers")
                .handler(query)
                .handler(new LayersHandler(elasticsearch, runs, symbols, shared.logEnds()));
        get(router, "/api/v1/runs").handler(query).handler(new RunsHandler(runs));
        get(router, "/api/v1/stages").handler(query).handler(new StagesHandler(shared));
        get(router, "/api/v1/gaps").handler(query).handler(new GapsHandler(shared.quality()));
        get(router, "/api/v1/dead-letters").handler(query).handler(new DeadLettersHandler(shared.quality()));
        get(router, "/api/v1/stream").handler(guard.streams()).handler(new StreamHandler(streams));
        ExchangeClock clock = new ExchangeClock(shared.tail(), latest);
        KlineReader klines = new KlineReader(views, clock);
        new BinanceApi(shared.limits(), guard, latest, clock, klines).mount(router);
        new StreamSockets(
                        vertx,
                        shared.limits().origins(),
                        guard,
                        shared.streams(),
                        shared.events(),
                        klines,
                        () -> shared.tail().exchangeTime().orElse(0L))
                .mount(router);
        new UdfApi(guard, latest, clock, klines, views).mount(router);
        get(router, "/health/live").handler(health::live);
        get(router, "/health/ready").handler(health::ready);
        get(router, "/metrics").handler(new MetricsHandler(shared.registry()));
        shared.page().mount(router);
        shared.docs().mount(router);
        return router;
    }

    /** A route for GET and HEAD. */
    public static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).failureHandler(ProblemJson::handle);
    }

    private static long millisSinceSomeTime() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}

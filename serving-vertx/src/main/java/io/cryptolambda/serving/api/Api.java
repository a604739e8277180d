package io.cryptolambda.serving.api;

import io.cryptolambda.serving.view.CheckReader;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.RunReader;
import io.cryptolambda.serving.view.ServingMetrics;
import io.cryptolambda.serving.view.SymbolReader;
import io.cryptolambda.serving.view.ViewReader;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** Every route of the server. */
public final class Api {
    private static final int[] PROBLEMS = {400, 404, 405, 413, 500};

    private Api() {}

    /**
     * The router of one event loop.
     *
     * @param registry what {@code /metrics} shows
     */
    public static Router router(
            Vertx vertx, Elasticsearch elasticsearch, LogEnds logEnds, PrometheusMeterRegistry registry, Page page) {
        ViewReader views = new ViewReader(elasticsearch, ServingMetrics.in(registry));
        RunReader runs = new RunReader(elasticsearch);
        SymbolReader symbols = new SymbolReader(elasticsearch);
        HealthHandler health = new HealthHandler(runs);

        Router router = Router.router(vertx);
        for (int status : PROBLEMS) {
            router.errorHandler(status, ProblemJson::handle);
        }
        router.route().handler(new SecurityHeaders()).failureHandler(ProblemJson::handle);

        for (Resource resource : Resource.values()) {
            get(router, resource.path()).handler(new RowsHandler(resource, views));
        }
        get(router, "/api/v1/symbols").handler(new SymbolsHandler(symbols));
        get(router, "/api/v1/layers")
                .handler(new LayersHandler(runs, new CheckReader(elasticsearch), symbols, logEnds));
        get(router, "/health/live").handler(health::live);
        get(router, "/health/ready").handler(health::ready);
        get(router, "/metrics").handler(new MetricsHandler(registry));
        page.mount(router);
        return router;
    }

    /** A route for GET and HEAD. */
    static Route get(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).failureHandler(ProblemJson::handle);
    }
}

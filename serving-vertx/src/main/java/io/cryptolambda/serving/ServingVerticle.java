package io.cryptolambda.serving;

import io.cryptolambda.serving.api.Api;
import io.cryptolambda.serving.api.InvalidRequest;
import io.cryptolambda.serving.api.Page;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.ServingMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** The HTTP server on one event loop; instances of the same address share its connections. */
final class ServingVerticle extends VerticleBase {
    private static final int MAX_REQUEST_LINE_BYTES = 2_048;
    private static final int MAX_HEADER_BYTES = 8_192;
    private static final int IDLE_SECONDS = 60;
    private static final int SHUTDOWN_SECONDS = 2;

    private final String host;
    private final int port;
    private final URI elasticsearch;
    private final LogEnds logEnds;
    private final PrometheusMeterRegistry registry;
    private final Page page;
    private HttpServer server;

    ServingVerticle(
            String host, int port, URI elasticsearch, LogEnds logEnds, PrometheusMeterRegistry registry, Page page) {
        this.host = host;
        this.port = port;
        this.elasticsearch = elasticsearch;
        this.logEnds = logEnds;
        this.registry = registry;
        this.page = page;
    }

    @Override
    public Future<?> start() {
        Elasticsearch store = new Elasticsearch(vertx, elasticsearch, ServingMetrics.in(registry));
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(host)
                        .setPort(port)
                        .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setCompressionSupported(true))
                .requestHandler(Api.router(vertx, store, logEnds, registry, page))
                .invalidRequestHandler(InvalidRequest::handle);
        return server.listen();
    }

    @Override
    public Future<?> stop() {
        return server.shutdown(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}

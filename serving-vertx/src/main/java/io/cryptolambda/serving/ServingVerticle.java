package io.cryptolambda.serving;

import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.serving.api.ApiServer;
import io.cryptolambda.serving.api.Backend;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.ServingMetrics;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.TimeUnit;

/** The HTTP server on one event loop; instances of the same address share its connections. */
final class ServingVerticle extends VerticleBase {
    private static final int SHUTDOWN_SECONDS = 2;

    private final String host;
    private final int port;
    private final ElasticsearchAccess elasticsearch;
    private final Backend shared;
    private HttpServer server;

    ServingVerticle(String host, int port, ElasticsearchAccess elasticsearch, Backend shared) {
        this.host = host;
        this.port = port;
        this.elasticsearch = elasticsearch;
        this.shared = shared;
    }

    @Override
    public Future<?> start() {
        Elasticsearch store = new Elasticsearch(vertx, elasticsearch, ServingMetrics.in(shared.registry()));
        server = ApiServer.of(vertx, host, port, store, shared);
        return server.listen();
    }

    @Override
    public Future<?> stop() {
        return server.shutdown(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}

package io.cryptolambda.serving.api;

import io.cryptolambda.serving.view.Elasticsearch;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP server of one event loop: what it takes at most, and the routes. */
public final class ApiServer {
    private static final int MAX_REQUEST_LINE_BYTES = 4_096;
    private static final int MAX_HEADER_BYTES = 8_192;
    private static final int MAX_MESSAGE_BYTES = 65_536;
    private static final int IDLE_SECONDS = 60;

    private ApiServer() {}

    /** A server that does not listen yet. */
    public static HttpServer of(Vertx vertx, String host, int port, Elasticsearch store, Backend shared) {
        AtomicInteger open = shared.connections();
        Router router = Api.router(vertx, store, shared);
        return vertx.createHttpServer(new HttpServerOptions()
                        .setHost(host)
                        .setPort(port)
                        .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxWebSocketFrameSize(MAX_MESSAGE_BYTES)
                        .setMaxWebSocketMessageSize(MAX_MESSAGE_BYTES)
                        .setCompressionSupported(true)
                        // A long answer to the request that brings the upgrade now and then never ends (Vert.x 5.0.8
                        // and
                        // Java's own client, which offers it always: one in several hundred).
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(connection -> {
                    connection.closeHandler(closed -> open.decrementAndGet());
                    if (open.incrementAndGet() > shared.limits().connections()) {
                        connection.close();
                    }
                })
                .requestHandler(request -> {
                    if (request.authority() == null) {
                        InvalidRequest.handle(
                                request); // the router would answer and wait for a body that may never end
                    } else {
                        router.handle(request);
                    }
                })
                .invalidRequestHandler(InvalidRequest::handle);
    }
}

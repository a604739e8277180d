package io.cryptolambda.serving.testing;

import io.cryptolambda.serving.api.Api;
import io.cryptolambda.serving.api.InvalidRequest;
import io.cryptolambda.serving.api.Page;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.ServingMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

/** The API on a free port, over whatever answers at Elasticsearch's address. */
public final class TestServing implements AutoCloseable {
    private final Vertx vertx;
    private final LogEnds logEnds;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServing(Vertx vertx, LogEnds logEnds, HttpServer server) {
        this.vertx = vertx;
        this.logEnds = logEnds;
        this.server = server;
    }

    /** Starts it; Kafka is away. */
    public static TestServing over(URI elasticsearch) throws Exception {
        Vertx vertx = Vertx.vertx();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Elasticsearch store = new Elasticsearch(vertx, elasticsearch, ServingMetrics.in(registry));
        LogEnds logEnds = new LogEnds(vertx, "127.0.0.1:1");
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(Api.router(vertx, store, logEnds, registry, Page.load()))
                .invalidRequestHandler(InvalidRequest::handle)
                .listen(0, "127.0.0.1"));
        return new TestServing(vertx, logEnds, server);
    }

    /** The answer to a GET. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /** The JSON object that a GET is answered with. */
    public JsonObject json(String path) throws IOException, InterruptedException {
        return new JsonObject(get(path).body());
    }

    /** The answer to any request. */
    public HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Waits for what a test needs to have happened. */
    public static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        vertx.close().await();
        logEnds.close();
    }
}

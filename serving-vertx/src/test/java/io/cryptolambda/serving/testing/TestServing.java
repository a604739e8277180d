package io.cryptolambda.serving.testing;

import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.serving.api.Api;
import io.cryptolambda.serving.api.ApiServer;
import io.cryptolambda.serving.api.Backend;
import io.cryptolambda.serving.api.Docs;
import io.cryptolambda.serving.api.Page;
import io.cryptolambda.serving.follow.KafkaAdmin;
import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.history.RevisionReader;
import io.cryptolambda.serving.quality.DataQuality;
import io.cryptolambda.serving.quality.DeadLetterBoard;
import io.cryptolambda.serving.quality.GapLedger;
import io.cryptolambda.serving.quality.StageReader;
import io.cryptolambda.serving.stream.StreamCount;
import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.Tail;
import io.cryptolambda.serving.tail.TailBounds;
import io.cryptolambda.serving.tail.TailFeed;
import io.cryptolambda.serving.view.BatchPages;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.KnownViews;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.RunWatch;
import io.cryptolambda.serving.view.ServingMetrics;
import io.cryptolambda.serving.view.Told;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The API on a free port, over whatever answers at Elasticsearch's address. */
public final class TestServing implements AutoCloseable {
    private final Vertx vertx;
    private final KafkaAdmin admin;
    private final Backend shared;
    private final HttpServer server;
    private final AtomicBoolean tailIsCurrent;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServing(Vertx vertx, KafkaAdmin admin, Backend shared, HttpServer server, AtomicBoolean tailIsCurrent) {
        this.vertx = vertx;
        this.admin = admin;
        this.shared = shared;
        this.server = server;
        this.tailIsCurrent = tailIsCurrent;
    }

    /** Starts it; Kafka is away. */
    public static TestServing over(URI elasticsearch) throws Exception {
        return over(elasticsearch, Limits.DEFAULT);
    }

    /** Starts it with the given limits; Kafka is away. */
    public static TestServing over(URI elasticsearch, Limits limits) throws Exception {
        return over(elasticsearch, "127.0.0.1:1", limits);
    }

    /** Starts it; the live tail holds what {@link #publish} brings. */
    public static TestServing over(URI elasticsearch, String kafka, Limits limits) throws Exception {
        Vertx vertx = Vertx.vertx();
        AtomicBoolean tailIsCurrent = new AtomicBoolean();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Elasticsearch store =
                new Elasticsearch(vertx, ElasticsearchAccess.at(elasticsearch), ServingMetrics.in(registry));
        Told told = new Told(System::nanoTime);
        RunWatch.start(vertx, store, told);
        KafkaAdmin admin = new KafkaAdmin(vertx, KafkaAccess.at(kafka));
        Backend shared = new Backend(
                limits,
                new Guard(limits, System::currentTimeMillis),
                new Tail(TailBounds.ofHeap(200)),
                tailIsCurrent::get,
                new EventLog(2_000),
                new BatchPages(10_000),
                new KnownViews(10_000),
                told,
                new LogEnds(admin),
                new DataQuality(new GapLedger(), () -> true, new DeadLetterBoard(), () -> true, new StageReader(admin)),
                Optional.of(URI.create("http://127.0.0.1:8081")),
                new RevisionReader(vertx, KafkaAccess.at(kafka), KnowledgePosition.FIRST_GENERATION),
                new StreamCount(limits.streams(), registry),
                new AtomicInteger(),
                registry,
                Page.load(),
                Docs.load());
        HttpServer server =
                await(ApiServer.of(vertx, "127.0.0.1", 0, store, shared).listen());
        return new TestServing(vertx, admin, shared, server, tailIsCurrent);
    }

    /** Whether the tail holds all that its topics do from now on; at first it does not. */
    public void tailIsCurrent(boolean current) {
        tailIsCurrent.set(current);
    }

    /** Brings values of the live topics into the tail. */
    public void publish(List<byte[]> values) {
        TailFeed.publish(shared.tail(), shared.events(), values);
    }

    /** Brings a record into the gap ledger or among the dead letters, whichever its topic is. */
    public void publish(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.GAPS)) {
            shared.quality().gaps().put(record);
        } else {
            shared.quality().letters().put(record);
        }
    }

    /** A value of {@code /metrics}; 0 if there is none. */
    public double metric(String name) throws IOException, InterruptedException {
        return MetricText.value(get("/metrics").body(), name);
    }

    /** Every path that is served. */
    public List<String> paths() {
        Elasticsearch store =
                new Elasticsearch(vertx, ElasticsearchAccess.at(address()), ServingMetrics.in(shared.registry()));
        return Api.router(vertx, store, shared).getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Its base address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** The answer to a GET with one header. */
    public HttpResponse<String> get(String path, String header, String value) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header(header, value)
                        .build(),
                BodyHandlers.ofString());
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
        admin.close();
    }
}

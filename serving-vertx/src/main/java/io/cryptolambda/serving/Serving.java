package io.cryptolambda.serving;

import io.cryptolambda.serving.api.Backend;
import io.cryptolambda.serving.api.Docs;
import io.cryptolambda.serving.api.Page;
import io.cryptolambda.serving.follow.KafkaAdmin;
import io.cryptolambda.serving.follow.TopicFollower;
import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.history.RevisionReader;
import io.cryptolambda.serving.quality.DataQuality;
import io.cryptolambda.serving.quality.DeadLetterBoard;
import io.cryptolambda.serving.quality.Followers;
import io.cryptolambda.serving.quality.GapLedger;
import io.cryptolambda.serving.quality.ParityGauges;
import io.cryptolambda.serving.quality.StageReader;
import io.cryptolambda.serving.stream.StreamCount;
import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.Tail;
import io.cryptolambda.serving.tail.TailMetrics;
import io.cryptolambda.serving.tail.TailReader;
import io.cryptolambda.serving.view.BatchPages;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.KnownViews;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.RunWatch;
import io.cryptolambda.serving.view.ServingMetrics;
import io.cryptolambda.serving.view.Told;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: an event loop a core. Answers under way are finished when it is closed, for two seconds. */
final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final int EVENTS = 16_384;
    private static final int KNOWN_ROWS = 10_000;
    private static final long START_SECONDS = 30;
    private static final long CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final List<AutoCloseable> parts;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Serving(Vertx vertx, List<AutoCloseable> parts) {
        this.vertx = vertx;
        this.parts = parts;
    }

    /**
     * Starts listening, and closes again when the process is told to end.
     *
     * @throws ExecutionException if the port cannot be listened on
     */
    static Serving start(String host, int port, Sources sources, Limits limits)
            throws ExecutionException, InterruptedException, TimeoutException {
        PrometheusMeterRegistry registry = Metrics.registry();
        Vertx vertx = Metrics.vertx(registry);
        Elasticsearch elasticsearch = new Elasticsearch(vertx, sources.elasticsearch(), ServingMetrics.in(registry));
        ParityGauges.start(vertx, elasticsearch, registry);
        Told told = new Told(System::nanoTime);
        RunWatch.start(vertx, elasticsearch, told);
        Tail tail = new Tail(sources.tail());
        EventLog events = new EventLog(EVENTS);
        TailReader tailReader = new TailReader(sources.kafka(), tail, events, TailMetrics.in(registry, tail)).start();
        KafkaAdmin kafka = new KafkaAdmin(vertx, sources.kafka());
        GapLedger gaps = new GapLedger();
        TopicFollower gapsFollower = Followers.of(sources.kafka(), gaps);
        DeadLetterBoard letters = new DeadLetterBoard();
        TopicFollower lettersFollower = Followers.of(sources.kafka(), letters);
        DataQuality quality =
                new DataQuality(gaps, gapsFollower::live, letters, lettersFollower::live, new StageReader(kafka));
        RevisionReader revisions = new RevisionReader(vertx, sources.kafka(), sources.generation());
        Backend shared = new Backend(
                limits,
                new Guard(limits, System::currentTimeMillis),
                tail,
                tailReader::current,
                events,
                BatchPages.ofHeap(),
                new KnownViews(KNOWN_ROWS),
                told,
                new LogEnds(kafka),
                quality,
                sources.flink(),
                revisions,
                new StreamCount(limits.streams(), registry),
                new AtomicInteger(),
                registry,
                Page.load(),
                Docs.load());
        Serving serving = new Serving(vertx, List.of(tailReader, gapsFollower, lettersFollower, kafka));
        int eventLoops = Runtime.getRuntime().availableProcessors();
        try {
            vertx.deployVerticle(
                            () -> new ServingVerticle(host, port, sources.elasticsearch(), shared),
                            new DeploymentOptions().setInstances(eventLoops))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("event=start_failed host={} port={} error=\"{}\"", host, port, e.getMessage());
            serving.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(serving::close, "shutdown"));
        LOG.info(
                "event=started url=http://{}:{} elasticsearch={} kafka={}",
                host,
                port,
                sources.elasticsearch(),
                sources.kafka());
        return serving;
    }

    /** Waits until the process is told to end. */
    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        LOG.info("event=stopping");
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("event=stop_incomplete error=\"{}\"", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("event=stop_incomplete error=\"{}\"", e.toString());
            }
        }
        closed.countDown();
    }
}

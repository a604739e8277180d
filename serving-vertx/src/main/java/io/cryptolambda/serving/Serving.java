package io.cryptolambda.serving;

import io.cryptolambda.serving.api.Page;
import io.cryptolambda.serving.view.LogEnds;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: an event loop a core. Answers under way are finished when it is closed, for two seconds. */
final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final long START_SECONDS = 30;
    private static final long CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final LogEnds logEnds;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Serving(Vertx vertx, LogEnds logEnds) {
        this.vertx = vertx;
        this.logEnds = logEnds;
    }

    /**
     * Starts listening, and closes again when the process is told to end.
     *
     * @throws ExecutionException if the port cannot be listened on
     */
    static Serving start(String host, int port, URI elasticsearch, String kafka)
            throws ExecutionException, InterruptedException, TimeoutException {
        PrometheusMeterRegistry registry = Metrics.registry();
        Vertx vertx = Metrics.vertx(registry);
        LogEnds logEnds = new LogEnds(vertx, kafka);
        Page page = Page.load();
        Serving serving = new Serving(vertx, logEnds);
        int eventLoops = Runtime.getRuntime().availableProcessors();
        try {
            vertx.deployVerticle(
                            () -> new ServingVerticle(host, port, elasticsearch, logEnds, registry, page),
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
        LOG.info("event=started url=http://{}:{} elasticsearch={} kafka={}", host, port, elasticsearch, kafka);
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
        logEnds.close();
        closed.countDown();
    }
}

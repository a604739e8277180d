package io.cryptolambda.batch.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks again and again whether what is served belongs together: as many documents of each interval as the run says, and
 * none that knows more than the run has read. A look during which another run was published counts for nothing.
 */
final class MixWatch implements AutoCloseable {
    // An index is called crypto-batch-15m-2024-01-RUN.
    private static final int INTERVAL_IN_NAME = 2;
    private static final long PAUSE_MILLIS = 100;

    private final Served served;
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<Throwable> seen = new AtomicReference<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    MixWatch(Served served) {
        this.served = served;
        timer.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            JsonNode run = served.run();
            JsonNode summary = served.summary();
            if (!run.isMissingNode() && run.equals(served.run())) {
                requireSame(run, summary);
                looks.incrementAndGet();
            }
        } catch (RuntimeException | AssertionError e) {
            seen.compareAndSet(null, e);
        }
    }

    private static void requireSame(JsonNode run, JsonNode summary) {
        Map<String, Long> documents = new TreeMap<>();
        summary.at("/index/buckets")
                .forEach(index -> documents.merge(
                        index.path("key").asText().split("-")[INTERVAL_IN_NAME],
                        index.path("doc_count").asLong(),
                        Long::sum));
        Map<String, Long> expected = new TreeMap<>();
        run.path("documents")
                .fields()
                .forEachRemaining(interval ->
                        expected.put(interval.getKey(), interval.getValue().asLong()));
        require(documents.equals(expected), run, summary);
        for (JsonNode partition : summary.at("/partition/buckets")) {
            long k = run.path("k").path(partition.path("key").asText()).asLong();
            require(partition.at("/newest/value").asLong() < k, run, summary);
        }
    }

    private static void require(boolean holds, JsonNode run, JsonNode summary) {
        if (!holds) {
            throw new AssertionError("a mix is served: run " + run + " with documents " + summary);
        }
    }

    /** Ends, and fails if a mix was seen. Returns how often it looked. */
    int requireNone() {
        close();
        if (seen.get() != null) {
            throw new AssertionError(seen.get());
        }
        return looks.get();
    }

    /** Lets a look that is under way come to its end: interrupted, it would seem to have seen something. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.cryptolambda.bench.pipeline;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Asks Elasticsearch every ten milliseconds for some candles by their ids, which does not wait for a refresh. */
final class StoredWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 10;
    private static final int DIGITS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String elasticsearch;
    private final Side side;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Histogram ages = new ConcurrentHistogram(DIGITS);
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stored-watch");
        thread.setDaemon(true);
        return thread;
    });

    private static final class Waiting {
        private final HttpRequest request;
        private final long due;
        private volatile boolean asked;
        private volatile boolean found;

        private Waiting(HttpRequest request, long due) {
            this.request = request;
            this.due = due;
        }
    }

    StoredWatch(String elasticsearch, Side side) {
        this.elasticsearch = elasticsearch;
        this.side = side;
        ticks.scheduleAtFixedRate(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @param due when the candle was to be appended, by {@link System#nanoTime} */
    void watch(String symbol, long openTime, long due) {
        String id = Indices.documentId(symbol, Interval.ONE_MINUTE, openTime);
        URI address = URI.create(elasticsearch + "/" + side.index(Interval.ONE_MINUTE, openTime) + "/_doc/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8) + "?_source=false&routing=" + symbol);
        waiting.add(new Waiting(HttpRequest.newBuilder(address).build(), due));
    }

    /** Microseconds from the due time to the answer; of those that were found. */
    Histogram ages() {
        return ages;
    }

    /** How many are not found yet. */
    long missing() {
        return waiting.stream().filter(each -> !each.found).count();
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }

    private void tick() {
        waiting.removeIf(each -> each.found);
        waiting.stream().filter(each -> !each.asked && !each.found).forEach(this::ask);
    }

    private void ask(Waiting each) {
        each.asked = true;
        http.sendAsync(each.request, BodyHandlers.discarding()).whenComplete((response, failure) -> {
            if (failure == null && response.statusCode() == 200) {
                ages.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - each.due)));
                each.found = true;
            }
            each.asked = false;
        });
    }
}

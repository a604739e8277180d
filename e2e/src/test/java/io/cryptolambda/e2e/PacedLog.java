package io.cryptolambda.e2e;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.CandleJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A log that is being written to the raw topic, evenly over a time. */
final class PacedLog implements AutoCloseable {
    private static final long TICK_MILLIS = 50;

    private final List<Candle> log;
    private final RawTopic raw;
    private final long nanos;
    private final long began = System.nanoTime();
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private int sent;

    /** Begins. */
    PacedLog(String kafka, List<Candle> log, Duration over) {
        this.log = log;
        this.raw = new RawTopic(kafka);
        this.nanos = over.toNanos();
        clock.scheduleAtFixedRate(this::write, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns when the broker has all of it. */
    void await() {
        written.join();
    }

    boolean isWritten() {
        return written.isDone();
    }

    private void write() {
        try {
            double share = nanos == 0 ? 1 : Math.min(1, (System.nanoTime() - began) / (double) nanos);
            for (int due = (int) Math.round(share * log.size()); sent < due; sent++) {
                Candle candle = log.get(sent);
                raw.sendLater(candle.symbol(), new String(CandleJson.write(candle), StandardCharsets.UTF_8));
            }
            if (sent == log.size()) {
                raw.flush();
                clock.shutdown();
                written.complete(null);
            }
        } catch (RuntimeException e) {
            clock.shutdown();
            written.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        raw.close();
    }
}

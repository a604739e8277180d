package io.cryptolambda.ingest.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends a connection's messages so far apart that, with a pong and a ping of our own in the same second, the exchange's
 * five a second are never exceeded. Used on the scheduler's thread.
 */
final class Outbox {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private static final int BUSY = 10;

    private final Deque<String> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService scheduler;
    private final Consumer<String> send;
    private boolean resting;

    Outbox(ScheduledExecutorService scheduler, Consumer<String> send) {
        this.scheduler = scheduler;
        this.send = send;
    }

    void add(String message) {
        waiting.add(message);
        next();
    }

    /** Whether it will take seconds until another message is sent. */
    boolean busy() {
        return waiting.size() > BUSY;
    }

    private void next() {
        if (!resting && !waiting.isEmpty()) {
            resting = true;
            send.accept(waiting.poll());
            scheduler.schedule(this::rested, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void rested() {
        resting = false;
        next();
    }
}

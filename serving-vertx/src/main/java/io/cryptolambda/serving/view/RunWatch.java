package io.cryptolambda.serving.view;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks the store once a second which run is served, so that what needs nothing else of it need not wait for it. */
public final class RunWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final RunReader runs;
    private final Told told;
    private final AtomicBoolean asked = new AtomicBoolean();

    private RunWatch(RunReader runs, Told told) {
        this.runs = runs;
        this.told = told;
    }

    /** Asks from now on; one question at a time. */
    public static void start(Vertx vertx, Elasticsearch elasticsearch, Told told) {
        RunWatch watch = new RunWatch(new RunReader(elasticsearch), told);
        watch.ask();
        vertx.setPeriodic(EVERY.toMillis(), timer -> watch.ask());
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            told.ask(runs).onComplete(answered -> asked.set(false));
        }
    }
}

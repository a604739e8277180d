package io.cryptolambda.serving.view;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * What answers of the store have told: which run is served, and how much was known of a symbol and interval. No answer that
 * is given without the store tells less. Safe for use by several threads, so that it can be one for all event loops.
 */
public final class Told {
    private final LongSupplier nanos;
    private final AtomicReference<RunRead> run = new AtomicReference<>();
    private final Map<Series, Long> positions = new ConcurrentHashMap<>();

    private record RunRead(Optional<BatchRun> run, long askedAt) {}

    private record Series(String symbol, Interval interval) {}

    /** @param nanos a clock as {@link System#nanoTime} */
    public Told(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Asks the store which run is served, and takes note of it; fails as {@link RunReader#read} does. */
    Future<Optional<BatchRun>> ask(RunReader runs) {
        long askedAt = nanos.getAsLong();
        return runs.read().onSuccess(served -> run(served, askedAt));
    }

    /** Takes note of the run that was served at {@code askedAt} or later; an answer may come after that of a later question. */
    void run(Optional<BatchRun> served, long askedAt) {
        RunRead read = new RunRead(served, askedAt);
        run.accumulateAndGet(read, (held, given) -> held == null || held.askedAt() <= given.askedAt() ? given : held);
    }

    /** The run that was served last, empty inside before any; empty where the store never told. */
    Optional<Optional<BatchRun>> run() {
        return Optional.ofNullable(run.get()).map(RunRead::run);
    }

    /** Whether the store was asked for the run within this time. */
    boolean knowsRunWithin(Duration time) {
        RunRead last = run.get();
        return last != null && nanos.getAsLong() - last.askedAt() < time.toNanos();
    }

    /** Takes note of the rows of an answer. */
    void rows(ViewRequest request, View view) {
        view.rows().stream()
                .mapToLong(row -> row.document().asOf())
                .max()
                .ifPresent(
                        newest -> positions.merge(new Series(request.symbol(), request.interval()), newest, Math::max));
    }

    /** The newest knowledge position that any answer told of a symbol and interval; 0 before any. */
    long position(String symbol, Interval interval) {
        return positions.getOrDefault(new Series(symbol, interval), 0L);
    }
}

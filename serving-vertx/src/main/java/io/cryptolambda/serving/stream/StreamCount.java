package io.cryptolambda.serving.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How many streams are open, at most so many, and how many were dropped. Safe for use by several threads. */
public final class StreamCount {
    private final int bound;
    private final AtomicInteger open = new AtomicInteger();
    private final Counter dropped;

    /** @param bound most streams open at once */
    public StreamCount(int bound, MeterRegistry registry) {
        this.bound = bound;
        Gauge.builder("serving.streams", open, AtomicInteger::get)
                .description("Event streams open")
                .register(registry);
        this.dropped = Counter.builder("serving.streams.dropped")
                .description("Event streams closed because the client did not read")
                .register(registry);
    }

    /** Counts one more; false if there is no room. */
    public boolean opened() {
        if (open.incrementAndGet() > bound) {
            open.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Counts one less. */
    public void closed() {
        open.decrementAndGet();
    }

    /** Counts one that was closed because its client did not read. */
    public void dropped() {
        dropped.increment();
    }
}

package io.cryptolambda.ingest.feed;

import java.util.concurrent.atomic.AtomicLong;

/** The newest time, epoch milliseconds UTC, that the exchange has told. Never goes back. Thread-safe. */
public final class ExchangeTime {
    private final AtomicLong newest = new AtomicLong();

    /** The exchange told {@code time}. */
    public void told(long time) {
        newest.accumulateAndGet(time, Math::max);
    }

    /** The newest time told; 0 before the first. */
    public long newest() {
        return newest.get();
    }
}

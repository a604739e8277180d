package io.cryptolambda.ingest.log;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the log has confirmed. Thread-safe. */
public final class Acknowledgements {
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();

    /** Takes over the newest open times by symbol that were in the log before. */
    public void found(Map<String, Long> inLog) {
        newest.putAll(inLog);
    }

    void sent() {
        sent.incrementAndGet();
    }

    void acknowledged(String symbol, long openTime) {
        if (openTime >= 0) {
            newest.merge(symbol, openTime, Math::max);
        }
        acknowledged.incrementAndGet();
    }

    /** Records sent and not confirmed yet. */
    public long pending() {
        long confirmed = acknowledged.get();
        return sent.get() - confirmed;
    }

    /** Records confirmed since the start. */
    public long total() {
        return acknowledged.get();
    }

    /** Newest open time in the log by symbol, epoch milliseconds UTC. */
    public SortedMap<String, Long> newest() {
        return new TreeMap<>(newest);
    }
}

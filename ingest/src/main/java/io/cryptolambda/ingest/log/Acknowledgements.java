package io.cryptolambda.ingest.log;

import io.cryptolambda.core.Interval;
import io.cryptolambda.ingest.feed.ExchangeTime;
import io.cryptolambda.ingest.feed.Outgoing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What the log has confirmed, and how soon. Thread-safe. */
public final class Acknowledgements {
    private final Map<String, AtomicLong> newest = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final ExchangeTime time;
    private final MeterRegistry metrics;
    private final Timer sinceHeard;
    private final Timer freshness;

    public Acknowledgements(ExchangeTime time, MeterRegistry metrics) {
        this.time = time;
        this.metrics = metrics;
        this.sinceHeard =
                histogram("ingest_acknowledge", "from the closing message to the log's confirmation", metrics);
        this.freshness = histogram(
                "ingest_freshness", "exchange clock minus close of a live candle at the log's confirmation", metrics);
    }

    /** Takes over the newest open times by symbol that were in the log before. */
    public void found(Map<String, Long> inLog) {
        inLog.forEach(this::newest);
    }

    void sent() {
        sent.incrementAndGet();
    }

    void acknowledged(Outgoing record) {
        if (record.openTime() >= 0) {
            newest(record.symbol(), record.openTime());
        }
        if (record.heardNanos() != 0) {
            sinceHeard.record(System.nanoTime() - record.heardNanos(), TimeUnit.NANOSECONDS);
            long close = Interval.ONE_MINUTE.end(record.openTime());
            freshness.record(Math.max(0, time.newest() - close), TimeUnit.MILLISECONDS);
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
        SortedMap<String, Long> all = new TreeMap<>();
        newest.forEach((symbol, openTime) -> all.put(symbol, openTime.get()));
        return all;
    }

    private void newest(String symbol, long openTime) {
        newest.computeIfAbsent(symbol, this::gauge).accumulateAndGet(openTime, Math::max);
    }

    private AtomicLong gauge(String symbol) {
        return metrics.gauge("ingest_last_open_time_ms", Tags.of("symbol", symbol), new AtomicLong());
    }

    private static Timer histogram(String name, String description, MeterRegistry metrics) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2))
                .register(metrics);
    }
}

package io.cryptolambda.serving.tail;

import io.cryptolambda.core.Interval;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How long after its close a candle can be asked for: from close to ingest by the exchange's clock, and from the log to the
 * tail by real time, so that a replay, whose exchange lives in another year, is measured as well.
 *
 * <p>Counted are candles that the exchange pushed, each symbol's newest only: a revision or what a gap's filling brings is
 * late for another reason. What was in the topics before this process could read them is not counted. Of one thread.
 */
final class Freshness {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final Timer timer;
    private final LongSupplier millis;
    private final Map<String, Long> newest = new HashMap<>();

    /** @param millis real time, epoch milliseconds UTC */
    Freshness(MeterRegistry registry, LongSupplier millis) {
        this.millis = millis;
        this.timer = Timer.builder("serving.freshness")
                .description("From a candle's close until it can be asked for")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /**
     * Takes note of a document that has just come into the tail.
     *
     * @param live whether the topics have been read to their ends before
     */
    void visible(TailDocument document, boolean live) {
        CandleTimes times = document.times();
        if (times == null || document.key().interval() != Interval.ONE_MINUTE) {
            return;
        }
        Long before = newest.get(document.key().symbol());
        if (before != null && before >= document.openTime()) {
            return;
        }
        newest.put(document.key().symbol(), document.openTime());
        if (live && times.pushed()) {
            long taken = times.ingestedAt() - times.closeTime() - 1;
            long since = millis.getAsLong() - times.appendedAt();
            timer.record(Duration.ofMillis(Math.max(0, taken) + Math.max(0, since)));
        }
    }
}

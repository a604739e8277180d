package io.cryptolambda.serving.follow;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Whether the brokers still answer a consumer. A fetch that finds nothing is answered as well, within half a second, so
 * silence is not mistaken for a log to which nothing is written. Updated by the thread that polls, asked by any.
 */
final class BrokerContact {
    private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String GROUP = "consumer-fetch-manager-metrics";
    private static final String ANSWERED_FETCHES = "fetch-total";

    private final LongSupplier nanos;
    private volatile long heardAt;
    private Metric answered;
    private double before;

    /** @param nanos a clock as {@link System#nanoTime} */
    BrokerContact(LongSupplier nanos) {
        this.nanos = nanos;
        this.heardAt = nanos.getAsLong() - LONGEST_SILENCE_NANOS;
    }

    /** Begins with a consumer that has just been told where the log ends. */
    void begin(Consumer<?, ?> consumer) {
        answered = consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals(GROUP)
                        && metric.metricName().name().equals(ANSWERED_FETCHES))
                .findFirst()
                .orElse(null);
        before = 0;
        heardAt = nanos.getAsLong();
    }

    /** Takes note of what the last poll brought. */
    void polled() {
        double now = answered == null ? 0 : (double) answered.metricValue();
        if (now > before) {
            before = now;
            heardAt = nanos.getAsLong();
        }
    }

    /** Whether an answer came within the last two seconds. */
    boolean isKept() {
        return nanos.getAsLong() - heardAt < LONGEST_SILENCE_NANOS;
    }
}

package io.cryptolambda.ingest.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How often connections may be made: fewer than the exchange's 300 in 5 minutes. Used by one thread. */
final class ConnectBudget {
    private static final int MOST = 250;
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Deque<Long> made = new ArrayDeque<>();
    private final LongSupplier nanoTime;

    ConnectBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes one attempt and returns zero, or tells how long to wait before asking again. */
    Duration take() {
        long now = nanoTime.getAsLong();
        while (!made.isEmpty() && now - made.peek() >= WINDOW_NANOS) {
            made.poll();
        }
        if (made.size() >= MOST) {
            return Duration.ofNanos(made.peek() + WINDOW_NANOS - now);
        }
        made.add(now);
        return Duration.ZERO;
    }
}

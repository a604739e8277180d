package io.cryptolambda.core.access;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: twice as long each time up to a cap, with jitter of half of it. */
public final class Backoff {
    private final long first;
    private final long cap;
    private final RandomGenerator random;
    private int attempts;

    public Backoff(Duration first, Duration cap, RandomGenerator random) {
        this.first = first.toMillis();
        this.cap = cap.toMillis();
        this.random = random;
    }

    /** The wait before the next attempt. */
    public synchronized Duration next() {
        long full = Math.min(cap, first << Math.min(attempts, 20));
        attempts++;
        return Duration.ofMillis(full - (long) (random.nextDouble() * full / 2));
    }

    /** An attempt succeeded. */
    public synchronized void reset() {
        attempts = 0;
    }
}

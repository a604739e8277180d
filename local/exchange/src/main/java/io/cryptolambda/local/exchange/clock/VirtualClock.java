package io.cryptolambda.local.exchange.clock;

import java.util.function.LongSupplier;

/**
 * The exchange's time. It is held until it is released; from then on it runs at the factor of its {@link Speed}, or, at
 * {@code max}, only where it is moved to. Thread-safe.
 */
public final class VirtualClock {
    private final Speed speed;
    private final LongSupplier nanoTime;
    private boolean released;
    private long base;
    private long baseNanos;
    private long limit = Long.MAX_VALUE;

    /**
     * @param start epoch milliseconds UTC shown until it is released
     * @param nanoTime real time, in nanoseconds from anywhere
     */
    public VirtualClock(Speed speed, long start, LongSupplier nanoTime) {
        this.speed = speed;
        this.base = start;
        this.nanoTime = nanoTime;
    }

    /** How fast it goes. */
    public Speed speed() {
        return speed;
    }

    /** Epoch milliseconds UTC. */
    public synchronized long now() {
        if (!released || speed.isMax()) {
            return base;
        }
        double elapsedMillis = (nanoTime.getAsLong() - baseNanos) / 1e6;
        return Math.min(limit, base + (long) (elapsedMillis * speed.factor()));
    }

    /** Lets it run. */
    public synchronized void release() {
        if (!released) {
            released = true;
            baseNanos = nanoTime.getAsLong();
        }
    }

    /** Whether it still waits for its release. */
    public synchronized boolean held() {
        return !released;
    }

    /** Moves it forward to {@code time}; from there it goes on. An earlier time changes nothing. */
    public synchronized void moveTo(long time) {
        if (time > now()) {
            base = Math.min(time, limit);
            baseNanos = nanoTime.getAsLong();
        }
    }

    /** Lets it run up to {@code time} and stop there. */
    public synchronized void stopAt(long time) {
        limit = Math.max(time, now());
    }
}

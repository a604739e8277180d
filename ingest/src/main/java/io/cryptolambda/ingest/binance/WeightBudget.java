package io.cryptolambda.ingest.binance;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What may be asked of the exchange and when: never more than 80 % of its weight limit in any 60 seconds, by our own count
 * and by the exchange's, and nothing at all while it has asked to wait. Shared by all who ask. Thread-safe.
 */
public final class WeightBudget {
    private static final double SHARE = 0.8;
    private static final long WINDOW = 60_000;

    private final Pause pause;
    private final InstantSource clock;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int limit = 6_000;
    private int spentInWindow;
    private int told;
    private long toldAt = Long.MIN_VALUE;
    private int sinceTold;
    private long waitUntil = Long.MIN_VALUE;

    private record Spent(long at, int weight) {}

    /** @param clock protocol time */
    public WeightBudget(Pause pause, InstantSource clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** The exchange told its limit of weight a minute. */
    public synchronized void limit(int weight) {
        limit = Math.max(1, weight);
    }

    /** The exchange told what it has counted in this minute. */
    synchronized void told(int used) {
        told = used;
        toldAt = clock.millis();
        sinceTold = 0;
    }

    /** The exchange asked to wait: nobody asks anything for so long. */
    synchronized void waitFor(Duration duration) {
        waitUntil = Math.max(waitUntil, clock.millis() + duration.toMillis());
    }

    /** What the exchange has counted in this minute, as far as is known. */
    public synchronized int used() {
        return fresh() ? told + sinceTold : sinceTold;
    }

    /** Waits until a request of that weight may be sent. */
    void reserve(int weight) throws InterruptedException {
        for (long wait = tryReserve(weight); wait > 0; wait = tryReserve(weight)) {
            pause.forDuration(Duration.ofMillis(wait));
        }
    }

    // Milliseconds to wait before trying again; 0 if the weight is taken.
    private synchronized long tryReserve(int weight) {
        long now = clock.millis();
        if (now < waitUntil) {
            return waitUntil - now;
        }
        while (!spent.isEmpty() && spent.peek().at() <= now - WINDOW) {
            spentInWindow -= spent.poll().weight();
        }
        double allowed = SHARE * limit;
        if (!spent.isEmpty() && spentInWindow + weight > allowed) {
            return spent.peek().at() + WINDOW - now;
        }
        if (fresh() && told + sinceTold + weight > allowed && told > 0) {
            return toldAt + WINDOW - now;
        }
        spent.add(new Spent(now, weight));
        spentInWindow += weight;
        sinceTold += weight;
        return 0;
    }

    // The exchange's minute has turned at the latest a minute after it told.
    private boolean fresh() {
        return toldAt != Long.MIN_VALUE && clock.millis() < toldAt + WINDOW;
    }
}

package io.cryptolambda.local.exchange.fault;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happens within a sliding window of time. */
public final class RateWindow {
    private final int most;
    private final long millis;
    private final Deque<Long> times = new ArrayDeque<>();

    /**
     * @param most how often it may happen
     * @param millis within how long
     */
    public RateWindow(int most, long millis) {
        this.most = most;
        this.millis = millis;
    }

    /**
     * It happens at {@code now}, milliseconds from anywhere.
     *
     * @return whether that is within what is allowed
     */
    public boolean admit(long now) {
        while (!times.isEmpty() && times.peek() <= now - millis) {
            times.poll();
        }
        times.add(now);
        return times.size() <= most;
    }
}

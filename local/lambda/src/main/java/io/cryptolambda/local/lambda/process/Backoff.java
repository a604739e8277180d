package io.cryptolambda.local.lambda.process;

import java.time.Duration;

/**
 * How long to wait before something that failed is tried again: doubling, capped.
 *
 * @param first after the first failure
 * @param cap the longest wait
 */
public record Backoff(Duration first, Duration cap) {
    private static final int MOST_DOUBLINGS = 30;

    /** @param failures failures in a row, at least 1 */
    public Duration after(int failures) {
        Duration delay = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return delay.compareTo(cap) > 0 ? cap : delay;
    }
}

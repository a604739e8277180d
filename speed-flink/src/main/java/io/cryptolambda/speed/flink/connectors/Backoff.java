package io.cryptolambda.speed.flink.connectors;

import java.util.concurrent.ThreadLocalRandom;

/** 100 ms, then twice as long each time up to 10 s, of which a random half is left out; never at its end. */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;

    private long millis = FIRST_MILLIS;

    /** How long to wait this time, in milliseconds. */
    long next() {
        long wait = ThreadLocalRandom.current().nextLong(millis / 2, millis + 1);
        millis = Math.min(millis * 2, LONGEST_MILLIS);
        return wait;
    }

    /** After a success. */
    void reset() {
        millis = FIRST_MILLIS;
    }
}

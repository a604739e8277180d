package io.cryptolambda.local.exchange.rest;

/** Counts the weight of requests by the minute of real time. Used on the event loop only. */
final class WeightMeter {
    private static final long MINUTE = 60_000;

    private final int limit;
    private long minute = Long.MIN_VALUE;
    private int used;

    /** @param limit weight allowed in a minute */
    WeightMeter(int limit) {
        this.limit = limit;
    }

    /**
     * Adds the weight of a request and tells what is used in this minute, this request included.
     *
     * @param now real time in milliseconds from anywhere
     */
    int add(int weight, long now) {
        long nowMinute = Math.floorDiv(now, MINUTE);
        if (nowMinute != minute) {
            minute = nowMinute;
            used = 0;
        }
        used += weight;
        return used;
    }

    /** Whether more is used in this minute than allowed. */
    boolean exceeded() {
        return used > limit;
    }

    int limit() {
        return limit;
    }

    /**
     * Whole seconds until the next minute begins, 1 to 60.
     *
     * @param now real time in milliseconds from anywhere
     */
    long secondsLeft(long now) {
        return (MINUTE - Math.floorMod(now, MINUTE) + 999) / 1000;
    }
}

package io.cryptolambda.local.exchange.rest;

import java.util.function.LongSupplier;

/** Counts the weight of requests by the minute of real time. Used on the event loop only. */
final class WeightMeter {
    private static final long MINUTE = 60_000;

    private final int limit;
    private final LongSupplier realMillis;
    private long minute = Long.MIN_VALUE;
    private int used;

    /**
     * @param limit weight allowed in a minute
     * @param realMillis real time in milliseconds from anywhere
     */
    WeightMeter(int limit, LongSupplier realMillis) {
        this.limit = limit;
        this.realMillis = realMillis;
    }

    /** Adds the weight of a request and tells what is used in this minute, this request included. */
    int add(int weight) {
        long now = Math.floorDiv(realMillis.getAsLong(), MINUTE);
        if (now != minute) {
            minute = now;
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

    /** Whole seconds until the next minute begins, at least 1. */
    long secondsLeft() {
        return Math.max(1, (MINUTE - Math.floorMod(realMillis.getAsLong(), MINUTE) + 999) / 1000);
    }
}

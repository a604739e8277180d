package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Interval;
import java.util.concurrent.TimeUnit;

/** When a symbol's lane has to be looked at by REST: at once after a connection was made, else when a candle is overdue. */
final class LaneWatch {
    /** A candle is overdue so long after its close, market time. */
    static final long OVERDUE = 5_000;

    private static final long LEAST_REAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_DOUBLINGS = 6;

    private boolean lookNow;
    private boolean overdue;
    private boolean fetching;
    private long behindSince;
    private boolean behind;
    private long notBefore;
    private boolean waits;
    private int fruitless;
    private volatile long lookedAt;
    private volatile boolean askedToTheEnd;
    private volatile long askedToTheEndNanos;
    private volatile long heardAt;

    /** Whether the exchange is being asked for the symbol. */
    boolean fetching() {
        return fetching;
    }

    void fetchStarts() {
        fetching = true;
        lookNow = false;
    }

    /** A candle came that others may lie before: they are asked for, though none is overdue. */
    void ahead() {
        overdue = false;
    }

    /**
     * The exchange was asked.
     *
     * @param nanos real time
     * @param longestPause most nanoseconds until it may be asked again if nothing passes
     */
    void fetchEnded(long nanos, long longestPause) {
        fetching = false;
        waits = true;
        notBefore = nanos + Math.min(longestPause, LEAST_REAL_NANOS << Math.min(fruitless++, MOST_DOUBLINGS));
    }

    /** The exchange gave everything that it had closed by {@code exchangeTime}. */
    void looked(long exchangeTime) {
        lookedAt = Math.max(lookedAt, exchangeTime);
    }

    /** Something may have been missed. */
    void lookSoon() {
        lookNow = true;
        waits = false;
    }

    /** A candle passed. */
    void progressed() {
        behind = false;
        waits = false;
        fruitless = 0;
    }

    /** A stream told something of the symbol at {@code exchangeTime}. Any thread. */
    void heard(long exchangeTime) {
        heardAt = Math.max(heardAt, exchangeTime);
    }

    /** The exchange's clock when a stream last told something of the symbol; 0 if none did. */
    long heardAt() {
        return heardAt;
    }

    /** Whether the exchange was ever asked to the end. */
    boolean looked() {
        return askedToTheEnd;
    }

    /** Whether the exchange was asked to the end in the {@code length} nanoseconds of real time before {@code nanos}. */
    boolean lookedWithin(long length, long nanos) {
        return askedToTheEnd && nanos - askedToTheEndNanos <= length;
    }

    /**
     * The exchange was asked to the end; its last candle may be left, because nothing proved that it had closed.
     *
     * @param nanos real time
     */
    void askedToTheEnd(long nanos) {
        askedToTheEndNanos = nanos;
        askedToTheEnd = true;
    }

    /** Whether the exchange is or was asked last because a candle was overdue. */
    boolean overdue() {
        return overdue;
    }

    /** Whether everything closed by the minute of {@code now} was looked for. */
    boolean lookedIn(long now) {
        return lookedAt >= Interval.ONE_MINUTE.openTime(now);
    }

    /**
     * Whether to ask now.
     *
     * @param dueAt when the next candle closes
     * @param now the exchange's clock
     * @param nanos real time
     */
    boolean due(long dueAt, long now, long nanos) {
        if (fetching || waits && nanos - notBefore < 0) {
            return false;
        }
        if (lookNow) {
            overdue = false;
            return true;
        }
        if (!behind) {
            behind = true;
            behindSince = nanos;
        }
        overdue = now >= dueAt + OVERDUE && nanos - behindSince >= LEAST_REAL_NANOS;
        return overdue;
    }
}

package io.cryptolambda.core;

/**
 * Which records of the log somebody may be waiting for. The others are read to catch up, where work is put together that
 * must not wait for live ones. It decides on cost and freshness, never on a result: a broker's clock that is behind makes
 * live records wait about a second.
 */
public final class LiveRecords {
    /** Age up to which a record is live, milliseconds. */
    public static final long MILLIS = 2_000;

    /** How long work on the others is put together, milliseconds. */
    public static final long CATCHING_UP_MILLIS = 1_000;

    private LiveRecords() {}

    /**
     * Whether a record is live.
     *
     * @param appended the broker's append time, epoch milliseconds
     * @param now epoch milliseconds
     */
    public static boolean isLive(long appended, long now) {
        return now - appended < MILLIS;
    }
}

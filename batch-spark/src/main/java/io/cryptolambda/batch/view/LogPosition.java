package io.cryptolambda.batch.view;

import java.io.Serializable;

/**
 * Where a record stands in the log.
 *
 * @param asOf its knowledge position
 * @param appendTime the broker's append time, epoch milliseconds UTC; for people, and to tell an imported row from the
 *     record of the log whose position it shares
 * @param partition partition of the raw topic
 */
public record LogPosition(long asOf, long appendTime, int partition) implements Serializable {

    /** The later in the log of the two; {@code other} may be null. */
    public LogPosition orLater(LogPosition other) {
        return other == null || !isBefore(other) ? this : other;
    }

    /** The earlier in the log of the two; {@code other} may be null. */
    public LogPosition orEarlier(LogPosition other) {
        return other == null || !other.isBefore(this) ? this : other;
    }

    /** The earlier of two that may both be null. */
    public static LogPosition earlier(LogPosition one, LogPosition other) {
        return one == null ? other : one.orEarlier(other);
    }

    private boolean isBefore(LogPosition other) {
        return asOf != other.asOf ? asOf < other.asOf : appendTime < other.appendTime;
    }
}

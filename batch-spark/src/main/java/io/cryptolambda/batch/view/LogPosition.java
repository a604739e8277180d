package io.cryptolambda.batch.view;

/**
 * Where a record stands in the log.
 *
 * @param asOf its knowledge position
 * @param appendTime the broker's append time, epoch milliseconds UTC; for people
 * @param partition partition of the raw topic
 */
public record LogPosition(long asOf, long appendTime, int partition) {

    /** The later in the log of the two; {@code other} may be null. */
    LogPosition orLater(LogPosition other) {
        return other == null || other.asOf <= asOf ? this : other;
    }

    /** The earlier in the log of the two; {@code other} may be null. */
    LogPosition orEarlier(LogPosition other) {
        return other == null || other.asOf >= asOf ? this : other;
    }
}

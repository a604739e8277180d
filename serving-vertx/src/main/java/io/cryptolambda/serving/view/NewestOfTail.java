package io.cryptolambda.serving.view;

import io.cryptolambda.core.Interval;
import java.util.List;

/**
 * Tells whether the live tail alone holds what the merge would choose for a range, so that no store need be asked: the
 * newest rows, one a bar without a hole, each of which knows something that the batch run does not. Pure.
 */
final class NewestOfTail {
    private NewestOfTail() {}

    /**
     * Whether these are all rows of the range, and one before them.
     *
     * @param held what the tail holds of the range, oldest first, up to one beyond its limit
     * @param k the run's K for the symbol's partition, 0 if there is no run
     * @param told a knowledge position that the newest row must have reached
     */
    static boolean suffices(Range range, Interval interval, List<? extends Live.Held> held, long k, long told) {
        boolean newest = !range.oldestFirst() && range.from() == null && range.to() == null;
        // The one beyond tells that there are earlier rows; whichever layer serves it.
        if (!newest || held.size() <= range.limit() || !hasNoHole(interval, held)) {
            return false;
        }
        List<? extends Live.Held> rows = held.subList(1, held.size());
        return rows.stream().allMatch(row -> row.complete() && row.asOf() >= k)
                && rows.stream().anyMatch(row -> row.asOf() >= told);
    }

    /** Whether the documents are one a bar of the grid, oldest first. */
    static boolean hasNoHole(Interval interval, List<? extends Live.Held> held) {
        for (int i = 1; i < held.size(); i++) {
            if (held.get(i).openTime() - held.get(i - 1).openTime() != interval.millis()) {
                return false;
            }
        }
        return true;
    }
}

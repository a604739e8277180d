package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.LogPosition;
import java.util.HashMap;
import java.util.Map;

/** The positions of the first records of minutes that were revised, which are few; of any other it is the winner's. */
final class FirstSeen {
    private final Map<Integer, LogPosition> revised = new HashMap<>();

    /** Notes that the minute in a row, as it is now, is about to be revised. */
    void keep(int row, MinuteColumns minutes) {
        revised.putIfAbsent(row, minutes.position(row));
    }

    /** The position of the first record of the minute in a row. */
    LogPosition of(int row, MinuteColumns minutes) {
        LogPosition first = revised.isEmpty() ? null : revised.get(row);
        return first == null ? minutes.position(row) : first;
    }

    /** Forgets all rows but one, which is row 0 from now on. */
    void moveToFront(int row) {
        LogPosition kept = revised.get(row);
        revised.clear();
        if (kept != null) {
            revised.put(0, kept);
        }
    }

    void clear() {
        revised.clear();
    }
}

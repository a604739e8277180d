package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.LogPosition;
import java.util.ArrayDeque;

/** The latest of the last n positions of a series, at a cost that does not depend on n. */
final class SlidingLatest {

    /** Only candidates are kept: positions that nothing after them is later than, the latest first. */
    private record Candidate(long index, LogPosition position) {}

    private final ArrayDeque<Candidate> candidates = new ArrayDeque<>();
    private final int n;
    private long count;

    SlidingLatest(int n) {
        this.n = n;
    }

    /** Adds the next position and returns the latest of the last n. */
    LogPosition add(LogPosition position) {
        while (!candidates.isEmpty() && position.orLater(candidates.peekLast().position()) == position) {
            candidates.removeLast();
        }
        candidates.addLast(new Candidate(count++, position));
        if (candidates.peekFirst().index() <= count - 1 - n) {
            candidates.removeFirst();
        }
        return candidates.peekFirst().position();
    }
}

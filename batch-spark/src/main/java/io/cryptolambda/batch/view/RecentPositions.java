package io.cryptolambda.batch.view;

import java.util.ArrayDeque;

/**
 * The positions of the last n elements of a series: the latest of them is what a lookback of n rests on. Costs the same
 * whatever n is.
 */
public final class RecentPositions {

    private record Candidate(long index, LogPosition position) {}

    // Only positions that nothing after them is later than, the latest first.
    private final ArrayDeque<Candidate> candidates = new ArrayDeque<>();
    private final int n;
    private long count;

    /** @param n number of elements looked back on, the newest included */
    public RecentPositions(int n) {
        this.n = n;
    }

    /** Adds the next element's position. */
    public void add(LogPosition position) {
        while (!candidates.isEmpty() && position.orLater(candidates.peekLast().position()) == position) {
            candidates.removeLast();
        }
        candidates.addLast(new Candidate(count, position));
        if (candidates.peekFirst().index() <= count - n) {
            candidates.removeFirst();
        }
        count++;
    }

    /** The latest of the last n; there must be one. */
    public LogPosition latest() {
        return candidates.getFirst().position();
    }
}

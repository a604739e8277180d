package io.cryptolambda.batch.view;

/**
 * A pass that can go on from rows of an earlier run.
 *
 * @param <V> a row of the view
 * @param <N> what a new row is made from
 */
public interface UpdatablePass<V, N> {
    /** Open time of what a new row is made from, epoch milliseconds UTC. */
    long openTime(N now);

    /** Open time of a row, epoch milliseconds UTC. */
    long openTimeOf(V row);

    /** Takes a row that is only looked back at. */
    void prime(V row);

    /** Takes the next element and gives out its row. */
    V add(N now);

    /**
     * Computes a row anew whose own day has nothing new.
     *
     * @param laterDays the first record in the log of any later day of the symbol; null if there is none
     */
    V again(V row, LogPosition laterDays);
}

package io.cryptolambda.core.indicator;

/**
 * A computation that goes through windows bar by bar, a window in each lane: each lane goes through the operations of the
 * plain form in its order, so its bits are the same.
 *
 * <p>{@link #run} is the one place that calls {@link #step}, for many implementations: so each of them is compiled by
 * itself, a plain loop over lanes, and not as the inner part of something larger.
 */
abstract class LaneRecursion {

    /**
     * Takes in the next bar of each window.
     *
     * @param bar its number in the window, from 0
     * @param row where it stands
     */
    abstract void step(int bar, int row);

    /** Goes through bars {@code from} to {@code to} of the windows whose first bar stands in row {@code first}. */
    static void run(LaneRecursion[] recursions, int first, int from, int to) {
        for (int bar = from; bar < to; bar++) {
            for (LaneRecursion recursion : recursions) {
                recursion.step(bar, first + bar);
            }
        }
    }
}

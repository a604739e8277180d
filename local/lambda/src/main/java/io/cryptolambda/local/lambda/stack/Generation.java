package io.cryptolambda.local.lambda.stack;

/**
 * Which raw topic, counted from 1, the data directory holds. It outlives the stack.
 *
 * @param number the generation, raised when the topic is made anew
 * @param restoring whether that topic is still to be filled from the master dataset
 */
public record Generation(int number, boolean restoring) {
    /** Of a data directory whose raw topic was never made anew. */
    public static final Generation FIRST = new Generation(1, false);

    /** The next one, to be filled from the master dataset. */
    public Generation next() {
        return new Generation(number + 1, true);
    }

    /** This one, once it is filled. */
    public Generation restored() {
        return new Generation(number, false);
    }
}

package io.cryptolambda.local.lambda.stack;

/**
 * How many instances are wanted of what can run more than once. It outlives the stack: the next {@code up} starts as many.
 *
 * @param kstreams instances of the Streams app
 */
public record Scale(int kstreams) {
    /** What is wanted where nobody has said so. */
    public static final Scale DEFAULT = new Scale(1);

    /** More would be idle: each takes whole partitions. */
    public static final int MOST = TopicSetup.PARTITIONS;

    /** @throws IllegalArgumentException if it cannot be */
    public Scale {
        if (kstreams < 1 || kstreams > MOST) {
            throw new IllegalArgumentException("kstreams must be 1 to " + MOST + ", one for each partition at most");
        }
    }
}

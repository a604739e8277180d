package io.cryptolambda.core;

/**
 * Positions of knowledge: {@code as_of = generation * 2^44 + offset} of a record in its partition of the raw topic. A
 * symbol lives in one partition, so positions order all that is known of it, and no clock takes part. The generation is
 * raised when the raw topic is made anew.
 */
public final class KnowledgePosition {
    /** Generations start at 1. */
    public static final int FIRST_GENERATION = 1;

    /** Largest generation: positions stay below 2^53, which JSON numbers hold exactly. */
    public static final int LAST_GENERATION = 511;

    private static final int OFFSET_BITS = 44;

    private KnowledgePosition() {}

    /**
     * The position of the record at {@code offset} of generation {@code generation}.
     *
     * @throws IllegalArgumentException if either is out of range
     */
    public static long of(int generation, long offset) {
        if (generation < FIRST_GENERATION || generation > LAST_GENERATION) {
            throw new IllegalArgumentException(
                    "generation must be " + FIRST_GENERATION + " to " + LAST_GENERATION + ", is " + generation);
        }
        if (offset < 0 || offset >= 1L << OFFSET_BITS) {
            throw new IllegalArgumentException("offset " + offset + " is out of range");
        }
        return ((long) generation << OFFSET_BITS) + offset;
    }

    /** The offset within its generation. */
    public static long offset(long position) {
        return position & ((1L << OFFSET_BITS) - 1);
    }

    /** The generation of a position. */
    public static int generation(long position) {
        return (int) (position >>> OFFSET_BITS);
    }
}

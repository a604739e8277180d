package io.cryptolambda.serving.tail;

/**
 * How much the tail holds.
 *
 * @param depth most documents of one symbol and interval, at least 1
 * @param bytes most memory of all together; where it does not suffice, fewer of each are held, the newest always
 */
public record TailBounds(int depth, long bytes) {
    private static final int HEAP_SHARE = 4;

    public TailBounds {
        if (depth < 1 || bytes < 1) {
            throw new IllegalArgumentException("a tail holds at least one document, not " + depth + ", " + bytes);
        }
    }

    /** As deep as given, in a quarter of this process's heap. */
    public static TailBounds ofHeap(int depth) {
        return new TailBounds(depth, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }
}

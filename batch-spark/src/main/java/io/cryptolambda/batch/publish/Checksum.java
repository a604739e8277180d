package io.cryptolambda.batch.publish;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * What a set of documents adds up to, whatever their order: their number, and the sum of a 64-bit hash of each (FNV-1a over
 * id and source, mixed by SplittableRandom's finalizer).
 *
 * @param documents number of documents
 * @param sum sum of their hashes, modulo 2^64
 */
public record Checksum(long documents, long sum) implements Serializable {
    /** Of no documents. */
    public static final Checksum NONE = new Checksum(0, 0);

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** With a document added. */
    public Checksum plus(String id, byte[] source, int from, int to) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        long hash = hash(hash(OFFSET, name, 0, name.length) * PRIME, source, from, to);
        return new Checksum(documents + 1, sum + mixed(hash));
    }

    /** With the documents of another one added. */
    public Checksum plus(Checksum other) {
        return new Checksum(documents + other.documents, sum + other.sum);
    }

    private static long hash(long start, byte[] bytes, int from, int to) {
        long hash = start;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * PRIME;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long z = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}

package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.KnowledgePosition;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of the raw topic that is verified.
 *
 * @param generation the raw topic's generation
 * @param ends per partition the end offset, exclusive
 */
record Cut(int generation, SortedMap<Integer, Long> ends) {
    Cut(int generation, Map<Integer, Long> ends) {
        this(generation, Collections.unmodifiableSortedMap(new TreeMap<>(ends)));
    }

    /** The knowledge position of a record of the raw topic. */
    long position(long offset) {
        return KnowledgePosition.of(generation, offset);
    }

    /** Whether a document knows a record at or behind the cut. */
    boolean isNewer(int partition, long asOf) {
        return asOf >= position(ends.getOrDefault(partition, 0L));
    }

    /** Number of raw offsets before the cut. */
    long size() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}

package io.cryptolambda.core.merge;

import io.cryptolambda.core.Interval;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch run publishes about itself, with its views and in the same step.
 *
 * @param runId identifies the run; sorts by time
 * @param generation generation of the raw topic that was read
 * @param k per partition of the raw topic, the end position read, exclusive: batch knows every {@code as_of} below
 * @param boundary time boundary per interval: exclusive end, epoch milliseconds UTC, of the last bar that batch has
 *     closed; for display
 * @param documents number of documents published per interval
 * @param retainedFrom 1-minute documents are published from this open time on, epoch milliseconds UTC; 0 if all are.
 *     Bars are published from the first on
 * @param startedAt when the run began, epoch milliseconds UTC; for people
 * @param finishedAt when the run published, epoch milliseconds UTC; for people
 */
public record BatchRun(
        String runId,
        int generation,
        SortedMap<Integer, Long> k,
        Map<Interval, Long> boundary,
        Map<Interval, Long> documents,
        long retainedFrom,
        long startedAt,
        long finishedAt) {

    public BatchRun {
        k = new TreeMap<>(k);
        boundary = Map.copyOf(boundary);
        documents = Map.copyOf(documents);
    }

    /** K of a partition; 0, below every position, where the run read nothing of it. */
    public long k(int partition) {
        return k.getOrDefault(partition, 0L);
    }
}

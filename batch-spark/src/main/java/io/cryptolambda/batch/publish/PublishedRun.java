package io.cryptolambda.batch.publish;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What readers see at one moment: the run that the next one replaces.
 *
 * @param run the run; empty before the first
 * @param indices the indices behind each alias of the batch layer
 */
public record PublishedRun(Optional<BatchRun> run, Map<String, Set<String>> indices) {

    /** The index that serves each interval and month. */
    Map<IndexKey, String> byKey() {
        Map<IndexKey, String> byKey = new HashMap<>();
        for (Interval interval : Interval.values()) {
            for (String name : indices.getOrDefault(Indices.batchAlias(interval), Set.of())) {
                IndexKey.ofName(interval, name).ifPresent(key -> byKey.put(key, name));
            }
        }
        return byKey;
    }
}

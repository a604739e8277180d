package io.cryptolambda.batch.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What becomes of the indices of a run.
 *
 * @param runId the run
 * @param fresh built from nothing
 * @param cloned built from a copy of the index that serves now
 * @param kept the index that serves now goes on serving
 */
public record IndexPlan(String runId, Set<IndexKey> fresh, Map<IndexKey, String> cloned, Map<IndexKey, String> kept) {
    private static final Comparator<IndexKey> ORDER =
            Comparator.comparing(IndexKey::interval).thenComparing(IndexKey::month);

    /**
     * Decides.
     *
     * @param keys all that the run serves
     * @param changed those of which documents have changed
     * @param served the indices that serve now and can be gone on from
     */
    static IndexPlan of(String runId, Set<IndexKey> keys, Set<IndexKey> changed, Map<IndexKey, String> served) {
        IndexPlan plan = new IndexPlan(runId, new TreeSet<>(ORDER), new TreeMap<>(ORDER), new TreeMap<>(ORDER));
        for (IndexKey key : keys) {
            String index = served.get(key);
            if (index == null) {
                plan.fresh.add(key);
            } else if (changed.contains(key)) {
                plan.cloned.put(key, index);
            } else {
                plan.kept.put(key, index);
            }
        }
        return plan;
    }

    /** What the run builds. */
    List<IndexKey> built() {
        return Stream.concat(fresh.stream(), cloned.keySet().stream())
                .sorted(ORDER)
                .toList();
    }

    /** Names of all indices that serve the run. */
    public List<String> indices() {
        return Stream.concat(built().stream().map(key -> key.name(runId)), kept.values().stream())
                .toList();
    }
}

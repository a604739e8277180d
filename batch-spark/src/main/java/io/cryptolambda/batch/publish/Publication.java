package io.cryptolambda.batch.publish;

import io.cryptolambda.batch.publish.ElasticsearchIndices.AliasAction;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a run in place of another.
 *
 * <p>Indices are named after the run, so nothing is ever overwritten, and a run that is killed leaves only indices that no
 * alias points to. The swap is one request: it removes the replaced run's indices by name, each of which must still be
 * there, so it fails as a whole if another run has published since {@link #current()} was asked.
 */
public final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final ElasticsearchIndices indices;

    /** @param elasticsearch base address */
    public Publication(URI elasticsearch) {
        this.indices = new ElasticsearchIndices(elasticsearch);
    }

    /** What readers see now. To be asked before the run reads its input: what it replaces then knows no more. */
    public PublishedRun current() {
        Map<String, Set<String>> behind = new TreeMap<>();
        behind.put(Indices.BATCH_RUN, indices.behind(Indices.BATCH_RUN));
        for (Interval interval : Interval.values()) {
            behind.put(Indices.batchAlias(interval), indices.behind(Indices.batchAlias(interval)));
        }
        return new PublishedRun(indices.currentRun(), behind);
    }

    /** Creates the indices of the run {@code runId}, to be filled before {@link #publish}. */
    public void prepare(String runId, Set<IndexKey> keys) throws InterruptedException {
        indices.installTemplates();
        keys.forEach(key -> indices.create(key.name(runId)));
    }

    /**
     * Makes the filled indices visible, all together.
     *
     * @param documents number of documents that each index must hold
     * @throws IllegalStateException if one holds another number; nothing is published then
     * @throws ElasticsearchException if another run has published since; nothing is published then
     */
    public void publish(BatchRun run, Map<IndexKey, Long> documents, PublishedRun replaced) {
        documents.forEach((key, expected) -> requireCount(key.name(run.runId()), expected));
        indices.writeRun(run);
        List<AliasAction> changes = new ArrayList<>();
        replaced.indices()
                .forEach((alias, old) -> old.forEach(index -> changes.add(new AliasAction(false, index, alias))));
        documents
                .keySet()
                .forEach(key ->
                        changes.add(new AliasAction(true, key.name(run.runId()), Indices.batchAlias(key.interval()))));
        changes.add(new AliasAction(true, Indices.batchRun(run.runId()), Indices.BATCH_RUN));
        indices.swap(changes);
        LOG.info("event=published run_id={} indices={} k={}", run.runId(), documents.size(), run.k());
    }

    /**
     * Clears away what no reader can need any more: indices of runs before the replaced one, failed ones included, and
     * speed documents below the <em>replaced</em> run's K. Who began to read under the replaced run still finds its
     * indices and every speed document that it did not know.
     */
    public void cleanUpBehind(PublishedRun replaced) {
        if (replaced.run().isEmpty()) {
            return;
        }
        BatchRun last = replaced.run().get();
        List<String> old = indices.matching(Indices.allBatch()).stream()
                .filter(index -> RunId.ofIndex(index)
                        .filter(runId -> runId.compareTo(last.runId()) < 0)
                        .isPresent())
                .toList();
        indices.delete(old);
        long trimmed = indices.trimSpeed(last.k());
        LOG.info("event=cleaned_up indices_deleted={} speed_documents_trimmed={}", old.size(), trimmed);
    }

    private void requireCount(String index, long expected) {
        long found = indices.finish(index);
        if (found != expected) {
            throw new IllegalStateException("index " + index + " holds " + found + " documents instead of " + expected);
        }
    }
}

package io.cryptolambda.batch.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cryptolambda.batch.publish.ElasticsearchIndices.AliasAction;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.merge.BatchRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a run in place of another.
 *
 * <p>An index is named after the run that built it, and never changes once it is served, so a run that is killed leaves
 * only indices that no alias points to. Of a month that has changed the served index is cloned, which copies no data, and
 * only changed documents are written; a month that has not keeps its index. Every document written is read back and
 * compared before the swap. The swap is one request: it removes what it replaces by name, each of which must still be
 * there, so it fails as a whole if another run has published since {@link #current()} was asked.
 */
public final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final ElasticsearchAccess elasticsearch;
    private final ElasticsearchIndices indices;

    /** @param elasticsearch where it is, and as whom to ask it */
    public Publication(ElasticsearchAccess elasticsearch) {
        this.elasticsearch = elasticsearch;
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

    /**
     * Plans the indices of a run.
     *
     * @param keys all that the run serves
     * @param changed those of which documents differ from the replaced run's
     * @param keep whether indices of the replaced run can be kept and cloned: what has changed since is known
     */
    public IndexPlan plan(
            String runId, Set<IndexKey> keys, Set<IndexKey> changed, PublishedRun replaced, boolean keep) {
        return IndexPlan.of(runId, keys, changed, keep ? replaced.byKey() : Map.of());
    }

    /**
     * Builds the indices that have to be built, aside.
     *
     * @param counts number of documents that each index of the run must hold in the end
     * @throws IllegalStateException if one holds another number or other documents
     */
    public void build(String runId, IndexPlan plan, IndexBuild build, Map<IndexKey, Long> counts)
            throws InterruptedException {
        indices.installTemplates();
        plan.fresh().forEach(key -> indices.create(key.name(runId)));
        plan.cloned().forEach((key, served) -> indices.clone(served, key.name(runId)));
        LOG.info(
                "event=indices_prepared run_id={} fresh={} cloned={} kept={}",
                runId,
                plan.fresh().size(),
                plan.cloned().size(),
                plan.kept().size());
        List<JavaRDD<Document>> sources = new ArrayList<>();
        addSources(sources, build.rows(), plan.fresh(), runId);
        addSources(sources, build.changed(), plan.cloned().keySet(), runId);
        Optional<JavaRDD<Document>> documents = sources.stream().reduce(JavaRDD::union);
        DocumentWriter writer = new DocumentWriter(elasticsearch);
        Map<String, Checksum> written = documents.map(writer::write).orElse(Map.of());
        for (IndexKey key : plan.built()) {
            requireCount(key.name(runId), counts.getOrDefault(key, 0L));
        }
        requireSame(written, documents.map(writer::read).orElse(Map.of()));
        plan.built().forEach(key -> indices.seal(key.name(runId)));
        LOG.info(
                "event=documents_written run_id={} documents={}",
                runId,
                written.values().stream().mapToLong(Checksum::documents).sum());
    }

    /**
     * Makes a run visible, all of it at once.
     *
     * @throws ElasticsearchException if another run has published since; nothing is published then
     */
    public void swap(BatchRun run, IndexPlan plan, PublishedRun replaced) {
        indices.writeRun(run);
        List<AliasAction> changes = new ArrayList<>();
        Collection<String> kept = plan.kept().values();
        replaced.indices().forEach((alias, old) -> old.stream()
                .filter(index -> !kept.contains(index))
                .forEach(index -> changes.add(new AliasAction(false, index, alias))));
        plan.built().forEach(key -> changes.add(new AliasAction(true, key.name(run.runId()), key.alias())));
        changes.add(new AliasAction(true, Indices.batchRun(run.runId()), Indices.BATCH_RUN));
        indices.swap(changes);
        LOG.info(
                "event=published run_id={} indices_built={} k={}",
                run.runId(),
                plan.built().size(),
                run.k());
    }

    /**
     * Clears away what no reader can need any more: indices of earlier runs that are not in {@code kept}, failed runs'
     * included, and speed documents below the <em>replaced</em> run's K. Who began to read under the replaced run still
     * finds every speed document that it did not know.
     *
     * @param runId the run that is served
     * @param kept runs and indices that are kept though they may not be served any more
     */
    public void cleanUp(String runId, KeptRuns kept, PublishedRun replaced) {
        Set<String> needed = new TreeSet<>(kept.indices());
        kept.runIds().forEach(kept1 -> needed.add(Indices.batchRun(kept1)));
        current().indices().values().forEach(needed::addAll);
        List<String> old = indices.matching(Indices.allBatch()).stream()
                .filter(index -> !needed.contains(index))
                .filter(index -> RunId.ofIndex(index)
                        .filter(builtBy -> builtBy.compareTo(runId) < 0)
                        .isPresent())
                .toList();
        indices.delete(old);
        long trimmed = replaced.run().map(run -> indices.trimSpeed(run.k())).orElse(0L);
        LOG.info("event=cleaned_up indices_deleted={} speed_documents_trimmed={}", old.size(), trimmed);
    }

    private static void addSources(
            List<JavaRDD<Document>> sources, IndexBuild.Rows rows, Set<IndexKey> keys, String runId) {
        List<Column> minutes = keys.stream()
                .filter(key -> key.interval() == Interval.ONE_MINUTE)
                .map(key -> col("date").startsWith(key.month()))
                .toList();
        List<Column> bars = keys.stream()
                .filter(key -> key.interval() != Interval.ONE_MINUTE)
                .map(key -> col("interval")
                        .equalTo(key.interval().text())
                        .and(col("month").equalTo(key.month())))
                .toList();
        if (!minutes.isEmpty()) {
            sources.add(
                    InternalRows.of(rows.candles().where(anyOf(minutes))).map(row -> Document.ofCandle(row, runId)));
        }
        if (!bars.isEmpty()) {
            sources.add(InternalRows.of(rows.bars().where(anyOf(bars))).map(row -> Document.ofBar(row, runId)));
        }
    }

    private static Column anyOf(List<Column> conditions) {
        return conditions.stream().reduce(Column::or).orElse(lit(false));
    }

    private void requireCount(String index, long expected) {
        long found = indices.refreshed(index);
        if (found != expected) {
            throw new IllegalStateException("index " + index + " holds " + found + " documents instead of " + expected
                    + "; nothing is published, what is served stays; run again, with --full if it fails again");
        }
    }

    private static void requireSame(Map<String, Checksum> written, Map<String, Checksum> found) {
        written.forEach((index, expected) -> {
            if (!expected.equals(found.get(index))) {
                throw new IllegalStateException("index " + index + " gives back other documents than were written: "
                        + found.get(index) + " instead of " + expected
                        + "; nothing is published, what is served stays; run again");
            }
        });
    }
}

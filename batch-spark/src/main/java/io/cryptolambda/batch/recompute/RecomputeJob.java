package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.publish.Publication;
import io.cryptolambda.batch.publish.PublishedRun;
import io.cryptolambda.batch.publish.ViewWriter;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.merge.BatchRun;
import java.net.URI;
import java.time.Clock;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recomputes all views from the master dataset and publishes them. */
public final class RecomputeJob {
    private static final Logger LOG = LoggerFactory.getLogger(RecomputeJob.class);

    private final MasterDataset master;
    private final BatchViews views;
    private final Publication publication;
    private final URI elasticsearch;
    private final int partitions;
    private final Clock clock;

    /**
     * @param elasticsearch base address of where to publish
     * @param partitions number of partitions that symbols are spread over
     */
    public RecomputeJob(
            SparkSession spark,
            StoreLocation store,
            MasterDataset master,
            URI elasticsearch,
            int partitions,
            Clock clock) {
        this.master = master;
        this.views = new BatchViews(spark, store);
        this.publication = new Publication(elasticsearch);
        this.elasticsearch = elasticsearch;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** What a run has published, and what became of the records it read. */
    public record Result(BatchRun run, RunTotals totals) {}

    /**
     * Runs once.
     *
     * @param generation generation of the raw topic
     * @throws IllegalStateException if nothing was archived yet, or what was written is not what was computed
     */
    public Result run(String runId, int generation) throws InterruptedException {
        long startedAt = clock.millis();
        PublishedRun replaced = publication.current();
        MasterDataset.Snapshot snapshot = master.snapshot();
        SortedMap<Integer, Long> k = snapshot.endPositions(generation);
        LOG.info("event=recompute_started run_id={} k={}", runId, k);

        Dataset<Row> winners = Passes.winners(snapshot.valid(), partitions).persist(StorageLevel.MEMORY_AND_DISK());
        RunTotals totals = totals(winners, snapshot.rejected());
        String metadata = "{\"run_id\":\"" + runId + "\",\"k\":\"" + k + "\"}";
        Dataset<Row> candles = views.replaceCandles(Passes.candles(winners, runId), metadata);
        Dataset<Row> bars = views.replaceBars(Passes.bars(winners, runId), metadata);
        winners.unpersist();
        ViewSummary summary = ViewSummary.of(candles, bars);
        LOG.info("event=views_stored run_id={} documents={}", runId, summary.documentsByInterval());

        publication.prepare(runId, summary.documents().keySet());
        ViewWriter writer = new ViewWriter(elasticsearch, runId);
        writer.writeCandles(candles);
        writer.writeBars(bars);
        BatchRun run = new BatchRun(
                runId, generation, k, summary.boundary(), summary.documentsByInterval(), startedAt, clock.millis());
        publication.publish(run, summary.documents(), replaced);

        publication.cleanUpBehind(replaced);
        views.vacuum();
        return new Result(run, totals);
    }

    private static RunTotals totals(Dataset<Row> winners, long rejected) {
        Row sums =
                winners.agg(count(lit(1)), total("records"), total("revisions")).first();
        long candles = sums.getLong(0);
        long valid = sums.getLong(1);
        long revisions = sums.getLong(2);
        return new RunTotals(valid + rejected, candles, valid - candles - revisions, revisions, rejected);
    }

    private static Column total(String column) {
        return coalesce(sum(column), lit(0L));
    }
}

package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.publish.IndexBuild;
import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.batch.publish.IndexPlan;
import io.cryptolambda.batch.publish.KeptRuns;
import io.cryptolambda.batch.publish.Publication;
import io.cryptolambda.batch.publish.PublishedRun;
import io.cryptolambda.batch.seeds.SeedRows;
import io.cryptolambda.batch.seeds.SeedTopic;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.merge.BatchRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recomputes the views from the master dataset and publishes them.
 *
 * <p>In order: the view tables, seeds, the run's row in {@code views/runs}, the indices, the swap, the cleaning up. A run
 * that ends before the swap leaves what is served alone, and the next one goes on from what is served.
 */
public final class RecomputeJob {
    private static final Logger LOG = LoggerFactory.getLogger(RecomputeJob.class);
    private static final Duration SEEDED_EVERY = Duration.ofDays(1);

    private final SparkSession spark;
    private final MasterDataset master;
    private final ViewTables views;
    private final RunsTable runs;
    private final Publication publication;
    private final SeedTopic seeds;
    private final RecomputeSettings settings;
    private final Clock clock;

    /**
     * @param kafka where seeds go
     * @param elasticsearch where to publish
     */
    public RecomputeJob(
            SparkSession spark,
            StoreLocation store,
            MasterDataset master,
            KafkaAccess kafka,
            ElasticsearchAccess elasticsearch,
            RecomputeSettings settings,
            Clock clock) {
        this.spark = spark;
        this.master = master;
        this.views = new ViewTables(spark, store, settings.partitions());
        this.runs = new RunsTable(spark, store.runs());
        this.publication = new Publication(elasticsearch);
        this.seeds = new SeedTopic(kafka);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a run has done.
     *
     * @param run what it has published
     * @param totals what became of the records of the log
     * @param whyFull why everything was computed anew; null if it was not
     * @param touchedDays number of days of symbols that were computed
     * @param seeds number of seeds written
     * @param indicesBuilt number of indices built, the others being kept
     */
    public record Result(
            BatchRun run, RunTotals totals, String whyFull, long touchedDays, long seeds, int indicesBuilt) {}

    /**
     * Runs once.
     *
     * @param lease the lease of the store, held
     * @throws IllegalStateException if nothing was archived yet, what was written is not what was computed, or another run
     *     has taken the lease
     */
    public Result run(String runId, Lease lease) throws InterruptedException {
        long startedAt = clock.millis();
        Stages stages = new Stages(spark, clock, runId);
        PublishedRun served = publication.current();
        MasterDataset.Snapshot snapshot = master.snapshot();
        SortedMap<Integer, Long> k = stages.run("k", () -> snapshot.endPositions(settings.generation()));
        RunsTable.Newest known = stages.run("runs", () -> runs.newest(settings.keepRuns()));
        Base base = stages.run("base", () -> Base.of(known, views, served, snapshot, settings.full()));
        LOG.info("event=recompute_started run_id={} k={} full=\"{}\"", runId, k, base.whyFull());

        Recomputed recomputed =
                recompute(stages, snapshot, base, views.writing(lease, runId, settings.viewsRetention()));
        ViewVersions versions = recomputed.versions();
        ViewFigures figures = recomputed.figures();
        long rejected = snapshot.rejected();
        Map<IndexKey, Long> rows = stages.run("rows", () -> views.rowsByKey(versions));
        requireWhole(figures, rows);
        long retainedFrom = Retention.from(rows, figures.newest(), settings.minutesRetention());
        Map<IndexKey, Long> documents = Retention.published(rows, retainedFrom);
        Map<Interval, Long> boundary = stages.run("boundary", () -> boundary(recomputed, base));

        boolean seedsDue = seedsDue(base, recomputed, startedAt);
        long seeded = seedsDue ? stages.run("seeds", () -> writeSeeds(versions, runId, k, lease)) : 0;
        long seededAt =
                seedsDue ? startedAt : base.run().map(StoredRun::seededAt).orElse(0L);

        BatchRun run = new BatchRun(
                runId,
                settings.generation(),
                k,
                boundary,
                ViewFigures.byInterval(documents),
                retainedFrom,
                startedAt,
                clock.millis());
        IndexBuild build = build(recomputed);
        boolean keep = build.changed() != null && base.isServed(served);
        IndexPlan plan = stages.run("index_plan", () -> {
            Set<IndexKey> changed =
                    recomputed.changed().map(Recomputed.Changed::keys).orElse(documents.keySet());
            return publication.plan(runId, documents.keySet(), changed, served, keep);
        });
        StoredRun stored = new StoredRun(
                run,
                base.whyFull() != null,
                base.whyFull(),
                ViewTables.FORMAT,
                snapshot.version(),
                versions,
                figures.newest(),
                seededAt,
                plan.indices());
        stages.run("store_run", () -> {
            runs.add(stored, lease);
            return null;
        });

        stages.run("build_indices", () -> {
            publication.build(runId, plan, build, documents);
            return null;
        });
        lease.requireHeld();
        publication.swap(run, plan, served);
        recomputed.changed().ifPresent(Recomputed.Changed::release);
        stages.run("clean_up", () -> {
            cleanUp(runId, known.with(stored, settings.keepRuns()), base, served, startedAt);
            return null;
        });
        return new Result(
                run,
                figures.totals(rejected),
                base.whyFull(),
                recomputed.touchedDays(),
                seeded,
                plan.indices().size() - plan.kept().size());
    }

    private Recomputed recompute(Stages stages, MasterDataset.Snapshot snapshot, Base base, ViewWriting writing) {
        if (base.whyFull() != null) {
            return new FullRecompute(stages, settings.partitions()).run(snapshot, writing);
        }
        StoredRun last = base.run().orElseThrow();
        return new IncrementalRecompute(spark, stages, views, settings.partitions(), settings.horizon())
                .run(snapshot, base.changes().rows(), last.versions(), writing);
    }

    /** What the tables say of themselves must agree, whichever way they came about. */
    private static void requireWhole(ViewFigures figures, Map<IndexKey, Long> rows) {
        long minutes = ViewFigures.byInterval(rows).getOrDefault(Interval.ONE_MINUTE, 0L);
        if (minutes != figures.candles()) {
            throw new IllegalStateException("the view of candles has " + minutes + " rows, its days tell of "
                    + figures.candles() + "; nothing is published, run recompute --full");
        }
    }

    private Map<Interval, Long> boundary(Recomputed recomputed, Base base) {
        if (recomputed.changed().isPresent()) {
            Recomputed.Changed changed = recomputed.changed().get();
            Map<Interval, Long> before = base.run().orElseThrow().run().boundary();
            return ViewFigures.boundary(changed.barParts(), ViewFigures.boundary(changed.candleParts(), before));
        }
        List<ChangedPart> candles = ChangedPart.ofCandles(views.candles(recomputed.versions()));
        List<ChangedPart> bars = ChangedPart.ofBars(views.bars(recomputed.versions()));
        return ViewFigures.boundary(bars, ViewFigures.boundary(candles, Map.of()));
    }

    private boolean seedsDue(Base base, Recomputed recomputed, long now) {
        Optional<Long> last = base.run().map(StoredRun::seededAt);
        return base.whyFull() != null
                || recomputed.beyondHorizon()
                || last.isEmpty()
                // Another log: what was seeded before is not in it.
                || base.run().get().run().generation() != settings.generation()
                || now - last.get() >= SEEDED_EVERY.toMillis();
    }

    private long writeSeeds(ViewVersions versions, String runId, SortedMap<Integer, Long> k, Lease lease) {
        return seeds.write(SeedRows.of(views.bars(versions), views.days(versions), runId, k), lease::requireHeld);
    }

    private IndexBuild build(Recomputed recomputed) {
        IndexBuild.Rows all =
                new IndexBuild.Rows(views.candles(recomputed.versions()), views.bars(recomputed.versions()));
        IndexBuild.Rows changed = recomputed
                .changed()
                .map(rows -> new IndexBuild.Rows(rows.candles(), rows.bars()))
                .orElse(null);
        return new IndexBuild(all, changed);
    }

    private void cleanUp(String runId, List<StoredRun> kept, Base base, PublishedRun served, long now) {
        publication.cleanUp(
                runId,
                new KeptRuns(
                        kept.stream().map(run -> run.run().runId()).collect(Collectors.toSet()),
                        kept.stream().flatMap(run -> run.indices().stream()).collect(Collectors.toSet())),
                served);
        runs.compact();
        // Listing the files of a table of many days takes a while, so it is done by the first run of a day.
        boolean firstOfDay = base.run()
                .map(run -> day(run.run().startedAt()).isBefore(day(now)))
                .orElse(false);
        if (firstOfDay) {
            views.vacuum(settings.viewsRetention().toMinutes() / 60.0);
        }
    }

    private static Instant day(long time) {
        return Instant.ofEpochMilli(time).truncatedTo(ChronoUnit.DAYS);
    }
}

package io.cryptolambda.batch.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.master.TestMaster;
import io.cryptolambda.batch.publish.RunId;
import io.cryptolambda.batch.publish.ServedDocuments;
import io.cryptolambda.batch.recompute.RecomputeJob.Result;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.ViewBarRows;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.LeaseFiles;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.batch.testing.SeedReader;
import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.BarSeeds.SeedBar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.access.S3Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A store of its own with runs of the job over it; what earlier tests published is cleared away. */
final class TestRuns implements AutoCloseable {
    final MovableClock clock = new MovableClock();
    boolean full;
    Duration minutesRetention = Duration.ofDays(10_000);

    private final SparkSession spark = SparkSessionForTests.get();
    private final Random random = new Random(1);
    private final ServedDocuments served = new ServedDocuments(TestServers.elasticsearch());
    private final SeedReader seeds = new SeedReader(TestServers.kafka());
    private final Path folder;
    private final StoreLocation store;
    private final TestMaster master;
    private final ViewTables views;
    private int compared;

    TestRuns(Path folder) {
        this.folder = folder;
        this.store = new StoreLocation("file:" + folder, S3Access.at(""));
        this.master = new TestMaster(spark, store.master());
        this.views = new ViewTables(spark, store, 2);
    }

    void archive(List<Candle> candles) {
        master.archive(candles);
    }

    void compactMaster() {
        master.compact();
    }

    long masterVersion() {
        return master.dataset().snapshot().version();
    }

    Result run() throws InterruptedException {
        clock.forward(Duration.ofSeconds(10));
        String runId = RunId.of(clock.instant(), random);
        try (Lease lease = lease(runId, clock)) {
            return job().run(runId, lease);
        }
    }

    /** A run that is taken for dead once its tables are written, and finds out when it wants to publish. */
    void runThatLosesItsLeaseBeforeTheSwap() throws InterruptedException {
        clock.forward(Duration.ofSeconds(10));
        String runId = RunId.of(clock.instant(), random);
        RunsTable stored = new RunsTable(spark, store.runs());
        try (Lease lease = lease(runId, clock)) {
            clock.whenRead(() -> {
                if (stored.find(runId).isPresent()) {
                    clock.whenRead(() -> {});
                    clock.forward(Duration.ofHours(1));
                    takeOver();
                }
            });
            job().run(runId, lease);
        } finally {
            clock.whenRead(() -> {});
        }
    }

    /** Removes what earlier versions of the views need to be read. */
    void forgetViews() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("views/bars"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Computes everything anew beside the job's own tables, and compares them row for row, bit for bit. */
    void assertViewsAreThoseOfAFullRecompute(String when) throws InterruptedException {
        StoreLocation beside = new StoreLocation("file:" + folder.resolve("full-" + compared++), S3Access.at(""));
        ViewTables tables = new ViewTables(spark, beside, 3);
        Recomputed expected;
        try (Lease lease = Lease.acquire(
                new LeaseFiles(beside.lease(), spark.sessionState().newHadoopConf()),
                "full",
                Duration.ofMinutes(2),
                Duration.ZERO,
                clock)) {
            expected = new FullRecompute(new Stages(spark, clock, "full"), 3)
                    .run(master.dataset().snapshot(), tables.writing(lease, "full", Duration.ofDays(1)));
        }
        assertSame("candles, " + when, views.candles(newest().versions()), tables.candles(expected.versions()));
        assertSame("bars, " + when, bars(), tables.bars(expected.versions()));
        assertSame("days, " + when, views.days(newest().versions()), tables.days(expected.versions()));
    }

    private static void assertSame(String what, Dataset<Row> found, Dataset<Row> expected) {
        List<String> rows = texts(found.selectExpr(expected.columns()));
        assertThat(rows).as(what).isEqualTo(texts(expected));
    }

    /** Rows as text, which tells every bit of a double. */
    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    /** What is behind the aliases are the documents of the run's views, byte for byte, and nothing else. */
    void assertServed(Result result) {
        assertThat(newest().run()).isEqualTo(result.run());
        served.assertAreOf(result.run(), views.candles(newest().versions()), views.bars(newest().versions()));
    }

    long count(String alias) {
        return served.count(alias);
    }

    List<String> indicesOf(Result result) {
        return served.indicesOf(result.run().runId());
    }

    /** The seeds that a reader of committed records finds, by key. */
    Map<String, BarSeeds> seeds() {
        return seeds.newest();
    }

    Dataset<Row> bars() {
        return views.bars(newest().versions());
    }

    /** The last bars of BTCUSDT as seeds have them. */
    List<SeedBar> lastBars(Interval interval, int count) {
        List<SeedBar> bars =
                InternalRows.collect(bars().where("interval = '" + interval.text() + "'")
                                .orderBy("open_time"))
                        .stream()
                        .map(row -> ViewBarRows.read(row).rolled())
                        .map(bar -> new SeedBar(
                                bar.bar(), bar.position().asOf(), bar.position().appendTime(), bar.closed()))
                        .toList();
        return bars.subList(bars.size() - count, bars.size());
    }

    @Override
    public void close() {
        served.clear();
    }

    private StoredRun newest() {
        return new RunsTable(spark, store.runs()).newest().orElseThrow();
    }

    private RecomputeJob job() {
        RecomputeSettings settings =
                new RecomputeSettings(1, full, minutesRetention, 2, Duration.ofHours(24), Duration.ofDays(30), 2);
        return new RecomputeJob(
                spark,
                store,
                master.dataset(),
                KafkaAccess.at(TestServers.kafka()),
                ElasticsearchAccess.at(TestServers.elasticsearch()),
                settings,
                clock);
    }

    private void takeOver() {
        try (Lease other = lease("other", clock)) {
            other.requireHeld();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Lease lease(String runId, Clock at) throws InterruptedException {
        LeaseFiles files = new LeaseFiles(store.lease(), spark.sessionState().newHadoopConf());
        return Lease.acquire(files, runId, Duration.ofMinutes(2), Duration.ZERO, at);
    }
}

package io.cryptolambda.batch.faults;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.master.ArchiveJob;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.publish.RunId;
import io.cryptolambda.batch.recompute.RecomputeJob;
import io.cryptolambda.batch.recompute.RecomputeSettings;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.LeaseFiles;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.access.S3Access;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/**
 * Archive and recompute from nothing, with the program's defaults and killed by nobody: on a store of its own, published to
 * the second Elasticsearch. In this JVM, as a program started for it alone takes far longer.
 *
 * @param folder its store
 */
record ReferenceRun(Path folder) {
    private static final int GENERATION = 1;
    private static final int PARTITIONS = 2;

    void run() throws InterruptedException {
        SparkSession spark = SparkSessionForTests.get();
        StoreLocation store = new StoreLocation("file:" + folder, S3Access.at(""));
        Clock clock = Clock.systemUTC();
        String runId = RunId.of(clock.instant(), new Random());
        LeaseFiles files = new LeaseFiles(store.lease(), spark.sessionState().newHadoopConf());
        try (Lease lease = Lease.acquire(files, runId, Duration.ofMinutes(2), Duration.ZERO, clock)) {
            MasterDataset master = new MasterDataset(new DeltaPath(spark, store.master()), lease::requireHeld);
            new ArchiveJob(spark, KafkaAccess.at(Servers.shared().kafka()), master, GENERATION).run(runId);
            RecomputeSettings settings = new RecomputeSettings(
                    GENERATION, false, Duration.ofDays(90), 2, Duration.ofHours(24), Duration.ofDays(30), PARTITIONS);
            new RecomputeJob(
                            spark,
                            store,
                            master,
                            KafkaAccess.at(Servers.shared().kafka()),
                            ElasticsearchAccess.at(Servers.shared().secondElasticsearch()),
                            settings,
                            clock)
                    .run(runId, lease);
        }
    }

    Tables tables() {
        return new Tables("file:" + folder);
    }

    Served served() {
        return new Served(Servers.shared().secondElasticsearch());
    }
}

package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.store.DeltaPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive run that dies at each of the changes it makes to the store, one after the other. */
class ArchiveDeathIT {
    private static final int RECORDS = 5;
    private static final int MORE_CHANGES_THAN_A_RUN_MAKES = 200;

    @TempDir
    Path folder;

    private SparkSession spark;
    private MasterDataset master;

    @BeforeEach
    void createMaster() {
        spark = SparkSessionForTests.get();
        spark.sparkContext()
                .hadoopConfiguration()
                .set("fs." + FailingFileSystem.SCHEME + ".impl", FailingFileSystem.class.getName());
        String location = FailingFileSystem.SCHEME + ":" + folder.resolve("master");
        master = new MasterDataset(new DeltaPath(spark, location), () -> {});
        master.create(1, new TopicIdentity("topic-1", 2));
    }

    @AfterEach
    void liveAgain() {
        FailingFileSystem.liveAgain();
    }

    @Test
    void shouldHaveEachRecordOnceWhereverARunDies() {
        long end = 0;
        int deaths = 0;
        boolean died = true;
        for (int changes = 0; died && changes < MORE_CHANGES_THAN_A_RUN_MAKES; changes++) {
            end += RECORDS;
            FailingFileSystem.dieAfter(changes);
            died = !archived(end, "dies-" + changes);
            deaths += died ? 1 : 0;
            FailingFileSystem.liveAgain();

            assertThat(archived(end, "next-" + changes)).isTrue();
            assertThat(offsets())
                    .as("death after %d changes", changes)
                    .isEqualTo(LongStream.range(0, end).boxed().toList());
        }

        assertThat(deaths).as("a run makes some changes, and then no more").isBetween(3, 100);
    }

    /** Archives up to {@code end} as a new process would, and returns whether it lived to tell. */
    private boolean archived(long end, String runId) {
        DeltaLog.clearCache();
        try {
            long from = master.snapshot().nextOffsets(1).getOrDefault(0, 0L);
            if (from < end) {
                MasterForTests.append(spark, master, MasterForTests.records("BTCUSDT", 0, from, end, from), runId);
            }
            return true;
        } catch (Exception e) {
            assertThat(e).hasStackTraceContaining("died");
            return false;
        }
    }

    private List<Long> offsets() {
        DeltaLog.clearCache();
        return master.snapshot().valid().select("offset").orderBy("offset").collectAsList().stream()
                .map(row -> row.getLong(0))
                .toList();
    }
}

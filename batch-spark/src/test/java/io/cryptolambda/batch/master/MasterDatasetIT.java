package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.testing.Candles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterDatasetIT {
    private static final TopicIdentity TOPIC = new TopicIdentity("topic-1", 2);

    @TempDir
    Path folder;

    private SparkSession spark;
    private MasterDataset master;
    private ArchiveJob job;

    @BeforeEach
    void createMaster() {
        spark = SparkSessionForTests.get();
        master = new MasterDataset(new DeltaPath(spark, "file:" + folder.resolve("master")), () -> {});
        master.create(1, TOPIC);
        job = new ArchiveJob(spark, KafkaAccess.at("127.0.0.1:1"), master, 1);
    }

    @Test
    void shouldKeepEveryRecordWithItsPosition() {
        job.append(records(0, 0, 3), new TreeMap<>(), "run-1");

        List<Row> rows = master.snapshot()
                .valid()
                .orderBy("offset")
                .select("as_of", "append_time", "symbol", "open_time", "close", "month")
                .collectAsList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).getLong(0)).isEqualTo(KnowledgePosition.of(1, 2));
        assertThat(rows.get(2).getLong(1)).isEqualTo(1_700_000_000_002L);
        assertThat(rows.get(2).getString(2)).isEqualTo("BTCUSDT");
        assertThat(rows.get(2).getLong(3)).isEqualTo(Candles.START + 2 * 60_000);
        assertThat(rows.get(2).getDecimal(4)).hasToString("102.00000000");
        assertThat(rows.get(2).getString(5)).isEqualTo("2024-01");
    }

    @Test
    void shouldKeepWhatBreaksTheContractWithItsBytesAndReason() {
        byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
        LogRecord record = new LogRecord(1, 0, 5, "BTCUSDT".getBytes(StandardCharsets.UTF_8), poison);
        job.append(MasterForTests.partition(spark, List.of(record)), new TreeMap<>(), "run-1");

        Row row = spark.read().format("delta").load(master.path().location()).first();
        assertThat(row.<byte[]>getAs("value")).isEqualTo(poison);
        assertThat(row.<String>getAs("rejected")).startsWith("not valid JSON");
        assertThat(row.<Object>getAs("open_time")).isNull();
        assertThat(master.snapshot().rejected()).isOne();
        assertThat(master.rejectedBy(master.path().commit("run-1").version())).isOne();
        assertThat(master.snapshot().valid().count()).isZero();
        assertThat(master.snapshot().nextOffsets(1)).isEqualTo(Map.of(1, 1L));
    }

    @Test
    void shouldStoreOnceWhatTwoRunsReadFromTheSameState() {
        SortedMap<Integer, Long> same = master.snapshot().nextOffsets(1);
        job.append(records(0, 0, 10), same, "run-1");
        job.append(records(0, 0, 12), same, "run-2");

        assertThat(master.snapshot().valid().count()).isEqualTo(10);
        assertThatThrownBy(() -> master.path().commit("run-2")).hasMessageContaining("run one at a time");
        assertThat(master.path().commit("run-1").rows()).isEqualTo(10);
        assertThat(master.rejectedBy(master.path().commit("run-1").version())).isZero();
    }

    @Test
    void shouldGoOnFromTheTableItselfAfterACrash() {
        job.append(records(0, 0, 10), new TreeMap<>(), "run-1");

        // A run that dies before its commit leaves no trace but files that no commit names.
        spark.range(5)
                .write()
                .parquet(folder.resolve("master/month=2024-01/orphans").toString());

        SortedMap<Integer, Long> stored = master.snapshot().nextOffsets(1);
        assertThat(stored).isEqualTo(Map.of(0, 10L));
        job.append(records(0, 10, 15), stored, "run-2");
        assertThat(master.snapshot().valid().select("offset").distinct().count())
                .isEqualTo(15);
        assertThat(master.snapshot().valid().count()).isEqualTo(15);
    }

    @Test
    void shouldTellKOfEveryPartition() {
        job.append(records(1, 0, 4), new TreeMap<>(), "run-1");

        assertThat(master.snapshot().endPositions(1))
                .isEqualTo(Map.of(0, KnowledgePosition.of(1, 0), 1, KnowledgePosition.of(1, 4)));
        assertThatThrownBy(() -> master.snapshot().endPositions(2)).hasMessageContaining("generation 2");
    }

    @Test
    void shouldGoOnFromWhereTheNewestArchiveCommitSaysItEnds() {
        ArchivedOffsets end = ArchivedOffsets.after(List.of(new OffsetRange(0, 0, 12)), new TreeMap<>(), 1, "run-1");
        job.append(records(0, 0, 10), new TreeMap<>(), end.text());
        master.path().setProperties(Map.of("cryptolambda.test", "a later commit"));

        // The last two offsets were transaction markers, so no row has them.
        assertThat(master.snapshot().nextOffsets(1)).isEqualTo(Map.of(0, 12L));
        assertThat(master.snapshot().nextOffsets(2)).isEmpty();
    }

    @Test
    void shouldReadTheSameFromASnapshotWhateverIsAppended() {
        job.append(records(0, 0, 4), new TreeMap<>(), "run-1");
        MasterDataset.Snapshot snapshot = master.snapshot();
        job.append(records(0, 4, 9), snapshot.nextOffsets(1), "run-2");

        assertThat(snapshot.valid().count()).isEqualTo(4);
        assertThat(snapshot.endPositions(1)).containsEntry(0, KnowledgePosition.of(1, 4));
    }

    @Test
    void shouldRememberWhichTopicAGenerationIs() {
        assertThat(master.topic(1)).contains(TOPIC);
        assertThat(master.topic(2)).isEmpty();

        master.claim(2, new TopicIdentity("topic-2", 4));

        assertThat(master.topic(1)).contains(TOPIC);
        assertThat(master.topic(2)).contains(new TopicIdentity("topic-2", 4));
    }

    private JavaRDD<LogRecord> records(int partition, long from, long to) {
        return MasterForTests.partition(spark, MasterForTests.records("BTCUSDT", partition, from, to, from));
    }
}

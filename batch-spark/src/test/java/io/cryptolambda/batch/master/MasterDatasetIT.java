package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.LogCandleRows;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.PartitionRewrite;
import io.cryptolambda.batch.view.LogCandle;
import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.testing.Candles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
    void shouldGiveBackEveryFieldOfACandleHoweverLargeItsNumbers() {
        Candle plain = Candles.candle("BTCUSDT", 0, "0.00000001", "0");
        BigDecimal large = new BigDecimal("123456789012345678901234567890.12345678");
        MarketValues market = new MarketValues(
                large, large, BigDecimal.ONE, large, large, large, Long.MAX_VALUE, BigDecimal.ZERO, large);
        Candle wide = new Candle(
                plain.exchange(),
                "ETHBTC",
                "ETH/BTC",
                Candles.START,
                Candles.START + 59_999,
                market,
                Source.REST,
                Candles.START + 61_000);
        List<LogRecord> records = List.of(MasterForTests.record(0, 7, wide), MasterForTests.record(0, 3, plain));
        job.append(MasterForTests.partition(spark, records), new TreeMap<>(), "run-1");

        Dataset<Row> rows = master.snapshot().valid().orderBy("symbol").selectExpr(LogCandleRows.COLUMNS);
        List<LogCandle> read =
                InternalRows.collect(rows).stream().map(LogCandleRows::read).toList();
        assertThat(read)
                .containsExactly(
                        new LogCandle(plain, new LogPosition(KnowledgePosition.of(1, 3), TestMaster.appendTime(3), 0)),
                        new LogCandle(wide, new LogPosition(KnowledgePosition.of(1, 7), TestMaster.appendTime(7), 0)));
        Row row = master.snapshot().valid().where("symbol = 'ETHBTC'").first();
        assertThat(row.<byte[]>getAs("key")).asString().isEqualTo("ETHBTC");
        assertThat(row.<Integer>getAs("generation")).isOne();
        assertThat(row.<Object>getAs("rejected")).isNull();
        assertThat(row.<Object>getAs("value")).isNull();
    }

    @Test
    void shouldTellInTheTablesLogWhatAFileHolds() throws IOException {
        List<LogRecord> records = new ArrayList<>(MasterForTests.records("ETHUSDT", 1, 0, 3, 20));
        records.addAll(MasterForTests.records("BTCUSDT", 1, 5, 7, 10));
        job.append(MasterForTests.partition(spark, records), new TreeMap<>(), "run-1");

        List<String> statistics = new PartitionRewrite(master.path(), MasterColumns.MONTH)
                .statistics()
                .get("2024-01");
        assertThat(statistics).hasSize(1);
        JsonNode file = new ObjectMapper().readTree(statistics.get(0));
        assertThat(file.get("numRecords").asLong()).isEqualTo(5);
        assertThat(file.at("/minValues/symbol").textValue()).isEqualTo("BTCUSDT");
        assertThat(file.at("/maxValues/symbol").textValue()).isEqualTo("ETHUSDT");
        assertThat(file.at("/minValues/offset").longValue()).isEqualTo(10);
        assertThat(file.at("/maxValues/offset").longValue()).isEqualTo(22);
        assertThat(file.at("/maxValues/open_time").longValue()).isEqualTo(Candles.START + 6 * 60_000);
        assertThat(file.at("/minValues/partition").intValue()).isOne();
        assertThat(file.at("/nullCount/symbol").intValue()).isZero();
    }

    @Test
    void shouldAppendToATableOfBeforeThereWereImports() {
        String location = "file:" + folder.resolve("earlier");
        spark.createDataFrame(List.of(), MasterColumns.SCHEMA)
                .drop("import_sequence")
                .write()
                .format("delta")
                .partitionBy(MasterColumns.MONTH)
                .save(location);
        MasterDataset earlier = new MasterDataset(new DeltaPath(spark, location), () -> {});
        earlier.addMissingColumns();
        MasterForTests.append(spark, earlier, MasterForTests.records("BTCUSDT", 0, 0, 3, 0), "run-1");

        assertThat(earlier.snapshot()
                        .valid()
                        .select("import_sequence")
                        .distinct()
                        .collectAsList())
                .containsExactly(RowFactory.create(MasterColumns.OF_THE_LOG));
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

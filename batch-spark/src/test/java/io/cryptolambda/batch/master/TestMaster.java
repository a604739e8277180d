package io.cryptolambda.batch.master;

import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.access.KafkaAccess;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** A master dataset that a log of candles is archived into, without Kafka. All symbols are in partition 0. */
public final class TestMaster {
    private final SparkSession spark;
    private final MasterDataset master;
    private final ArchiveJob job;
    private long next;

    /** Creates an empty one. */
    public TestMaster(SparkSession spark, String location) {
        this.spark = spark;
        this.master = new MasterDataset(new DeltaPath(spark, location), () -> {});
        master.create(1, new TopicIdentity("topic-1", 1));
        this.job = new ArchiveJob(spark, KafkaAccess.at("127.0.0.1:1"), master, 1);
    }

    /** The dataset. */
    public MasterDataset dataset() {
        return master;
    }

    /** Archives candles as the log's next records, in one commit. */
    public void archive(List<Candle> candles) {
        List<LogRecord> records = new ArrayList<>();
        SortedMap<Integer, Long> stored = new TreeMap<>(Map.of(0, next));
        for (Candle candle : candles) {
            records.add(MasterForTests.record(0, next, candle));
            next++;
        }
        job.append(MasterForTests.partition(spark, records), stored, "archive-" + next);
    }

    /** The append time of the record at {@code offset}. */
    public static long appendTime(long offset) {
        return MasterForTests.FIRST_APPENDED + offset;
    }

    /** Puts the rows of each month into one file, as a compaction does: no row changes, and the commit says so. */
    public void compact() {
        DeltaTable.forPath(spark, master.path().location()).optimize().executeCompaction();
    }
}

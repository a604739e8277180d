package io.cryptolambda.batch.master;

import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.Candles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** A master dataset in a folder, for tests of other packages: generation 1 of a topic of two partitions. */
public final class MasterForTests {
    static final long FIRST_APPENDED = 1_700_000_000_000L;

    private MasterForTests() {}

    /** Creates it. */
    public static MasterDataset create(SparkSession spark, Path folder) {
        MasterDataset master = new MasterDataset(new DeltaPath(spark, "file:" + folder), () -> {});
        master.create(1, new TopicIdentity("topic-1", 2));
        return master;
    }

    /** Archives the first minutes of 2024 of a symbol, as records of partition 0. */
    public static void archive(SparkSession spark, MasterDataset master, String symbol, int minutes) {
        append(spark, master, records(symbol, 0, 0, minutes, 0), "archive-" + symbol + "-" + minutes);
    }

    static void append(SparkSession spark, MasterDataset master, List<LogRecord> records, String runId) {
        new ArchiveJob(spark, KafkaAccess.at("127.0.0.1:1"), master, 1)
                .append(partition(spark, records), master.snapshot().nextOffsets(1), runId);
    }

    /** Records as of one partition of the log. */
    static JavaRDD<LogRecord> partition(SparkSession spark, List<LogRecord> records) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(records, 1);
    }

    /** Records as Kafka gives them, one a minute: {@code from} is the first one's, {@code offset} its offset. */
    static List<LogRecord> records(String symbol, int partition, long from, long to, long offset) {
        return LongStream.range(from, to)
                .mapToObj(minute -> record(
                        partition, offset + minute - from, Candles.candle(symbol, minute, 100 + minute + ".00", "1.5")))
                .toList();
    }

    /** The record of a candle. */
    static LogRecord record(int partition, long offset, Candle candle) {
        byte[] key = candle.symbol().getBytes(StandardCharsets.UTF_8);
        return new LogRecord(partition, offset, FIRST_APPENDED + offset, key, CandleJson.write(candle));
    }
}

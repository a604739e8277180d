package io.cryptolambda.batch.master;

import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.Candles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A master dataset in a folder, for tests of other packages: generation 1 of a topic of two partitions. */
public final class MasterForTests {
    private static final StructType KAFKA =
            StructType.fromDDL("partition INT, offset BIGINT, timestamp TIMESTAMP, key BINARY, value BINARY");

    private MasterForTests() {}

    /** Creates it. */
    public static MasterDataset create(SparkSession spark, Path folder) {
        MasterDataset master = new MasterDataset(new DeltaPath(spark, "file:" + folder), () -> {});
        master.create(1, new TopicIdentity("topic-1", 2));
        return master;
    }

    /** Archives the first minutes of 2024 of a symbol, as records of partition 0. */
    public static void archive(SparkSession spark, MasterDataset master, String symbol, int minutes) {
        append(spark, master, records(spark, symbol, 0, 0, minutes), "archive-" + symbol + "-" + minutes);
    }

    static void append(SparkSession spark, MasterDataset master, Dataset<Row> records, String runId) {
        new ArchiveJob(spark, KafkaAccess.at("127.0.0.1:1"), master, 1, 1)
                .append(records, master.snapshot().nextOffsets(1), runId);
    }

    /** Records as Kafka's source gives them: one a minute, the offset telling the minute. */
    static Dataset<Row> records(SparkSession spark, String symbol, int partition, long from, long to) {
        List<Row> rows = new ArrayList<>();
        for (long offset = from; offset < to; offset++) {
            Candle candle = Candles.candle(symbol, offset, 100 + offset + ".00", "1.5");
            rows.add(RowFactory.create(
                    partition,
                    offset,
                    new Timestamp(1_700_000_000_000L + offset),
                    symbol.getBytes(StandardCharsets.UTF_8),
                    CandleJson.write(candle)));
        }
        return spark.createDataFrame(rows, KAFKA);
    }
}

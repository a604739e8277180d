package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.SparkSessionForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.collection.JavaConverters;

class CompactJobIT {
    // Minutes after 2024-01-01: the last of January and the first of February.
    private static final int MONTH = 31 * 1_440;

    @TempDir
    Path folder;

    private SparkSession spark;
    private MasterDataset master;

    @BeforeEach
    void createMaster() {
        spark = SparkSessionForTests.get();
        master = MasterForTests.create(spark, folder.resolve("master"));
    }

    @Test
    void shouldMakeOneSortedFilePerSymbolOfEachClosedMonth() {
        for (String symbol : List.of("BTCUSDT", "ETHUSDT", "SOLUSDT")) {
            append(symbol, MONTH - 20, MONTH - 10);
        }
        append("ETHUSDT", MONTH - 10, MONTH);
        append("BTCUSDT", MONTH - 10, MONTH + 5);
        List<Row> before = rows();
        long version = master.path().version();

        CompactJob.Result result = compact();

        assertThat(result).isEqualTo(new CompactJob.Result(1, 0, 5, 3));
        assertThat(rows()).isEqualTo(before);
        assertThat(master.path().version()).isEqualTo(version + 1);
        List<AddFile> files = files("2024-01");
        assertThat(files).hasSize(3).noneMatch(AddFile::dataChange);
        for (AddFile file : files) {
            Dataset<Row> stored = spark.read()
                    .parquet(folder.resolve("master").resolve(file.path()).toString());
            List<Row> times = stored.select("open_time").collectAsList();
            assertThat(times).isSortedAccordingTo((a, b) -> Long.compare(a.getLong(0), b.getLong(0)));
            assertThat(stored.select("symbol").distinct().count()).isOne();
        }
        assertThat(files("2024-02")).hasSize(1);
    }

    @Test
    void shouldPassOverWhatIsCompactAndStillTakeRecords() {
        append("BTCUSDT", MONTH - 5, MONTH + 5);
        append("ETHUSDT", MONTH - 5, MONTH + 5);
        compact();

        assertThat(compact()).isEqualTo(new CompactJob.Result(0, 1, 0, 0));
        append("BTCUSDT", MONTH + 5, MONTH + 9);
        assertThat(master.snapshot().nextOffsets(1)).containsEntry(0, 24L);
    }

    @Test
    void shouldKeepFilesThatReadersOfAnEarlierVersionNeed() {
        append("BTCUSDT", MONTH - 5, MONTH - 2);
        append("ETHUSDT", MONTH - 5, MONTH + 1);
        append("SOLUSDT", MONTH - 5, MONTH + 1);
        long version = master.path().version();
        long count = master.snapshot().valid().count();

        compact();

        assertThat(master.path().at(version).count()).isEqualTo(count);
        assertThatThrownBy(() -> new CompactJob(master, Duration.ofMinutes(59), Clock.systemUTC()))
                .hasMessageContaining("at least 1h");
    }

    private CompactJob.Result compact() {
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        return new CompactJob(master, Duration.ofDays(7), clock).run();
    }

    private void append(String symbol, long from, long to) {
        long next = master.snapshot().nextOffsets(1).getOrDefault(0, 0L);
        MasterForTests.append(spark, master, MasterForTests.records(symbol, 0, from, to, next), symbol + from);
    }

    private List<Row> rows() {
        return master.snapshot()
                .valid()
                .orderBy("symbol", "open_time", "as_of")
                .select("symbol", "open_time", "as_of", "import_sequence", "close", "month", "append_time")
                .collectAsList();
    }

    private List<AddFile> files(String month) {
        DeltaLog log = DeltaLog.forTable(spark, master.path().location());
        return log.update(false, Option.empty(), Option.empty()).allFiles().collectAsList().stream()
                .filter(file -> JavaConverters.mapAsJavaMap(file.partitionValues())
                        .get("month")
                        .equals(month))
                .toList();
    }
}

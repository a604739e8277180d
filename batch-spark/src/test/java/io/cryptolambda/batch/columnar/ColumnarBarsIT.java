package io.cryptolambda.batch.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.batch.row.RowWriter;
import io.cryptolambda.batch.view.FullViews;
import io.cryptolambda.batch.view.LogCandle;
import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.batch.view.RandomLog;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columnar pass over files that Spark wrote, against the pass over single records. */
class ColumnarBarsIT {
    private static final StructType SCHEMA = StructType.fromDDL(
            CandleColumns.DDL + ", as_of BIGINT, append_time BIGINT, partition INT, import_sequence BIGINT");

    @TempDir
    Path folder;

    private final SparkSession spark = SparkSessionForTests.get();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldGiveTheBitsOfThePassOverSingleRecords(long seed) throws IOException {
        List<LogCandle> log = RandomLog.sorted(RandomLog.of(seed, "BTCUSDT", 9_000));
        int cut = startOfADayNear(log, log.size() / 2);

        List<InputFile> files = List.of(write(log.subList(0, cut)), write(log.subList(cut, log.size())));
        assertThat(columnar(log, files)).isEqualTo(plain(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "SOLUSDT"})
    void shouldGiveTheBitsOfThePassOverSingleRecordsAroundARealOutage(String symbol) throws IOException {
        List<Candle> candles = new ArrayList<>();
        for (String day : List.of("2023-03-22", "2023-03-23", "2023-03-24", "2023-03-25")) {
            ArchiveFile file =
                    ArchiveFile.of(RealData.dailyZip(symbol, "1m", day)).orElseThrow();
            candles.addAll(file.candles("binance"));
        }
        List<LogCandle> log = RandomLog.positioned(candles, 2, 77);

        assertThat(columnar(log, List.of(write(log)))).isEqualTo(plain(log));
    }

    @Test
    void shouldAddUpBeyondNineteenDigits() throws IOException {
        List<Candle> candles = new ArrayList<>();
        for (int minute = 0; minute < 3_000; minute++) {
            candles.add(Candles.candle("PEPEUSDT", minute, "0.00000131", "91234567890.12345678"));
        }
        List<LogCandle> log = RandomLog.positioned(candles, 0, 0);

        List<EnrichedBar> bars = columnar(log, List.of(write(log)));
        assertThat(bars).isEqualTo(plain(log));
        assertThat(bars)
                .anyMatch(bar -> bar.bar().market().volume().unscaledValue().bitLength() > 63);
    }

    @Test
    void shouldRefuseMinutesThatAreNotInOrder() throws IOException {
        List<LogCandle> log = new ArrayList<>(RandomLog.sorted(RandomLog.of(4, "BTCUSDT", 300)));
        Collections.swap(log, 100, 200);
        InputFile file = write(log);

        assertThatThrownBy(() -> columnar(log, List.of(file)))
                .isInstanceOf(UnsortedMinutes.class)
                .hasMessageContaining("out of order");
    }

    @Test
    void shouldRefuseAFileOfTwoSymbols() throws IOException {
        List<LogCandle> log = new ArrayList<>(RandomLog.of(5, "BTCUSDT", 10));
        log.addAll(RandomLog.of(6, "ETHUSDT", 10));
        InputFile file = write(log);

        assertThatThrownBy(() -> columnar(log, List.of(file)))
                .isInstanceOf(UnsortedMinutes.class)
                .hasMessageContaining("one symbol");
    }

    private static List<EnrichedBar> plain(List<LogCandle> sorted) {
        return ordered(FullViews.of(sorted).enrichedBars());
    }

    private static List<EnrichedBar> columnar(List<LogCandle> log, List<InputFile> files) throws IOException {
        String exchange = log.get(0).candle().exchange();
        String symbol = log.get(0).candle().symbol();
        List<EnrichedBar> bars = new ArrayList<>();
        ColumnarIndicators indicators = new ColumnarIndicators((columns, values, lookback) -> {
            for (int row = 0; row < columns.size(); row++) {
                LogPosition closing = columns.closedBy(row);
                LogPosition asOf = lookback[row].orLater(closing);
                bars.add(new EnrichedBar(
                        exchange,
                        symbol,
                        columns.bar(row),
                        columns.hasLastMinute(row) || closing != null,
                        values.at(row),
                        asOf.asOf(),
                        asOf.appendTime(),
                        asOf.partition(),
                        true));
            }
        });
        try (WinnerStream winners = new WinnerStream(files.iterator())) {
            new ColumnarRollUp(day -> firstAfter(day, log), indicators).run(winners);
        }
        return ordered(bars);
    }

    private static LogPosition firstAfter(long day, List<LogCandle> log) {
        return log.stream()
                .filter(record -> record.candle().openTime() >= day + 86_400_000)
                .map(LogCandle::position)
                .min(Comparator.comparing(LogPosition::asOf))
                .orElse(null);
    }

    private static List<EnrichedBar> ordered(List<EnrichedBar> bars) {
        return bars.stream()
                .sorted(Comparator.comparing((EnrichedBar bar) -> bar.bar().interval())
                        .thenComparing(bar -> bar.bar().openTime()))
                .toList();
    }

    /** One file of the records in their order, in pages and row groups small enough that there are several. */
    private InputFile write(List<LogCandle> records) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (LogCandle record : records) {
            RowWriter row = new RowWriter(SCHEMA.size());
            CandleColumns.write(record.candle(), row);
            LogPosition position = record.position();
            row.add(position.asOf(), position.appendTime(), position.partition(), 0L);
            rows.add(row.row());
        }
        Path target = folder.resolve("minutes-" + new Random(records.hashCode()).nextInt(1_000_000_000));
        spark.createDataFrame(rows, SCHEMA)
                .coalesce(1)
                .write()
                .option("parquet.block.size", 200_000)
                .option("parquet.page.size", 20_000)
                .parquet(target.toString());
        try (Stream<Path> files = Files.list(target)) {
            Path file = files.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            return HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int startOfADayNear(List<LogCandle> sorted, int index) {
        int cut = index;
        while (sorted.get(cut).candle().openTime() / 86_400_000
                == sorted.get(cut - 1).candle().openTime() / 86_400_000) {
            cut++;
        }
        return cut;
    }
}

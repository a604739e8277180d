package io.cryptolambda.batch.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.importing.Zips;
import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.batch.row.RowWriter;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckJobIT {
    private static final StructType BARS = StructType.fromDDL("symbol STRING, interval STRING, open_time BIGINT, "
            + CandleColumns.MARKET_DDL + ", candles INT, closed BOOLEAN");
    private static final String FILE = "BTCUSDT-1h-2024-01-01.zip";

    @TempDir
    Path files;

    private List<ArchiveRow> exchange;

    @BeforeEach
    void takeADay() throws IOException {
        Path zip = RealData.dailyZip("BTCUSDT", "1h", "2024-01-01");
        Files.copy(zip, files.resolve(FILE));
        Files.copy(RealData.dailyZip("BTCUSDT", "1m", "2024-01-01"), files.resolve("BTCUSDT-1m-2024-01-01.zip"));
        exchange = ArchiveFile.of(zip).orElseThrow().rows();
    }

    @Test
    void shouldFindTheExchangesOwnBarsEqual() throws IOException {
        CheckResult result = new CheckJob(bars(exchange)).run(files);

        assertThat(result.holds()).isTrue();
        assertThat(result.equal()).isEqualTo(24);
        assertThat(result.files()).isEqualTo(1);
        assertThat(result.differences()).isEmpty();
    }

    @Test
    void shouldNameWhatIsDifferentAndMissingWithBothRows() throws IOException {
        List<ArchiveRow> ours = new ArrayList<>(exchange);
        ours.set(
                5,
                new ArchiveRow(
                        ours.get(5).openTime(),
                        ours.get(5).closeTime(),
                        exchange.get(6).market()));
        ours.remove(7);
        ArchiveRow last = ours.get(ours.size() - 1);
        ours.add(new ArchiveRow(last.openTime() + 60_000, last.closeTime(), last.market()));

        CheckResult result = new CheckJob(bars(ours)).run(files);

        assertThat(result.holds()).isFalse();
        assertThat(result.equal()).isEqualTo(22);
        assertThat(result.differences())
                .extracting(Difference::kind)
                .containsExactly(
                        Difference.Kind.DIFFERENT, Difference.Kind.MISSING_HERE, Difference.Kind.MISSING_AT_EXCHANGE);
        assertThat(result.json().at("/differences/0/ours/close").textValue())
                .isEqualTo(exchange.get(6).market().close().toPlainString());
        assertThat(result.json().at("/differences/0/exchange/close").textValue())
                .isEqualTo(exchange.get(5).market().close().toPlainString());
        assertThat(result.json().at("/differences/0/ts_iso").textValue()).isEqualTo("2024-01-01T05:00:00Z");
        assertThat(result.json().at("/intervals/1h/missing_here").longValue()).isOne();
    }

    @Test
    void shouldNotHoldWhereNothingCouldBeCompared() throws IOException {
        assertThat(new CheckJob(bars(List.of())).run(files).holds()).isFalse();
    }

    @Test
    void shouldNameFilesThatCannotBeRead() throws IOException {
        Zips.write(files, "BTCUSDT-15m-2024-01-01", List.of("what is this"));

        CheckResult result = new CheckJob(bars(exchange)).run(files);

        assertThat(result.unreadable()).singleElement().satisfies(text -> assertThat(text)
                .startsWith("BTCUSDT-15m-2024-01-01.zip line 1"));
        assertThat(result.holds()).isFalse();
    }

    private static Dataset<Row> bars(List<ArchiveRow> rows) {
        List<Row> bars = new ArrayList<>();
        for (ArchiveRow row : rows) {
            RowWriter bar = new RowWriter(BARS.size()).add("BTCUSDT", "1h", row.openTime());
            CandleColumns.writeMarket(row.market(), bar);
            bars.add(bar.add(60, true).row());
        }
        return SparkSessionForTests.get().createDataFrame(bars, BARS);
    }
}

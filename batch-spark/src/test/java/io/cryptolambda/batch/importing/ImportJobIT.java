package io.cryptolambda.batch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.master.MasterForTests;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJobIT {
    private static final String DAY = "BTCUSDT-1m-2024-01-01";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private SparkSession spark;
    private MasterDataset master;
    private int runs;

    @BeforeEach
    void createMaster() {
        spark = SparkSessionForTests.get();
        master = MasterForTests.create(spark, folder.resolve("master"));
    }

    @Test
    void shouldImportEveryRowExactlyAndPositionItAfterTheLog() throws Exception {
        MasterForTests.archive(spark, master, "ETHUSDT", 3);
        Files.copy(RealData.dailyZip("SOLUSDT", "1m", "2023-02-14"), files.resolve("SOLUSDT-1m-2023-02-14.zip"));
        Files.copy(RealData.dailyZip("SOLUSDT", "1h", "2023-02-14"), files.resolve("SOLUSDT-1h-2023-02-14.zip"));

        ImportResult result = run();

        assertThat(result.imported()).isEqualTo(1);
        assertThat(result.ignored()).isEqualTo(1);
        assertThat(result.withoutChecksum()).isEqualTo(1);
        assertThat(result.rowsIn()).isEqualTo(1_439);
        assertThat(result.toMaster()).isEqualTo(1_439);
        assertThat(result.toLog()).isZero();
        Row row = master.snapshot()
                .valid()
                .where("symbol = 'SOLUSDT' and open_time = 1676389080000")
                .select("close", "source", "import_sequence", "partition", "as_of", "month", "offset")
                .first();
        assertThat(row.getDecimal(0).toPlainString()).isEqualTo("21.74000000");
        assertThat(row.getString(1)).isEqualTo("archive");
        assertThat(row.getLong(2)).isEqualTo(1);
        int partition = Positions.partition("SOLUSDT", 2);
        assertThat(row.getInt(3)).isEqualTo(partition);
        assertThat(row.getLong(4)).isEqualTo(master.snapshot().endPositions(1).get(partition) - 1);
        assertThat(row.getString(5)).isEqualTo("2023-02");
        assertThat(row.isNullAt(6)).isTrue();
    }

    @Test
    void shouldStandOneBelowTheGenerationsFirstPositionWhereTheLogIsEmpty() throws Exception {
        Zips.write(files, DAY, List.of(Zips.row(0, "42.00000000")));

        run();

        assertThat(master.snapshot().valid().select("as_of").first().getLong(0))
                .isEqualTo(KnowledgePosition.of(1, 0) - 1);
        assertThat(master.snapshot().endPositions(1))
                .containsValue(KnowledgePosition.of(1, 0))
                .hasSize(2);
    }

    @Test
    void shouldChangeNothingByTheSameFileAgain() throws Exception {
        Zips.write(files, DAY, List.of(Zips.row(0, "42.00000000"), Zips.row(1, "43.00000000")));
        run();
        long version = master.path().version();

        ImportResult again = run();

        assertThat(again.known()).isEqualTo(1);
        assertThat(again.imported()).isZero();
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(master.path().version()).isEqualTo(version);
    }

    @Test
    void shouldKeepBothVersionsOfAFileThatWasIssuedAgain() throws Exception {
        Zips.write(files, DAY, List.of(Zips.row(0, "42.00000000"), Zips.row(1, "43.00000000")));
        run();
        Zips.write(
                files,
                DAY,
                List.of(Zips.row(0, "42.00000000"), Zips.row(1, "44.00000000"), Zips.row(2, "45.00000000")));

        ImportResult revised = run();

        assertThat(revised.reissued()).isEqualTo(1);
        assertThat(revised.duplicates()).isEqualTo(1);
        assertThat(revised.revisions()).isEqualTo(1);
        List<Row> rows = master.snapshot()
                .valid()
                .select("open_time", "close", "import_sequence")
                .orderBy("open_time", "as_of", "import_sequence")
                .collectAsList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(3).getDecimal(1).toPlainString()).isEqualTo("44.00000000");
        assertThat(rows.get(3).getLong(2)).isEqualTo(2);
    }

    @Test
    void shouldRefuseFilesThatAreNotSoundAndImportTheRest() throws Exception {
        Path good = Zips.write(files, DAY, List.of(Zips.row(0, "42.00000000")));
        Zips.writeChecksum(good);
        Path changed = Zips.write(files, "ETHUSDT-1m-2024-01-01", List.of(Zips.row(0, "42.00000000")));
        Zips.writeChecksum(changed);
        Zips.write(files, "ETHUSDT-1m-2024-01-01", List.of(Zips.row(0, "41.00000000")));
        Path whole = Zips.write(files, "SOLUSDT-1m-2024-01-01", List.of(Zips.row(0, "1.00000000")));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        Files.copy(good, files.resolve("XRPUSDT-1m-2024-01-01.zip"));

        ImportResult result = run();

        assertThat(result.imported()).isEqualTo(1);
        assertThat(result.refusals())
                .hasSize(3)
                .anySatisfy(
                        text -> assertThat(text).startsWith("ETHUSDT-1m-2024-01-01.zip does not match its checksum"))
                .anySatisfy(text -> assertThat(text).startsWith("SOLUSDT-1m-2024-01-01.zip breaks off after line 0"))
                .anySatisfy(text -> assertThat(text).startsWith("XRPUSDT-1m-2024-01-01.zip holds BTCUSDT"));
        assertThat(master.snapshot().valid().count()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAFileWithoutChecksumOnlyWhereOneIsRequired() throws Exception {
        Zips.write(files, DAY, List.of(Zips.row(0, "42.00000000")));

        ImportResult strict =
                job(new FileSelection(List.of(), null, null), true).run("strict");

        assertThat(strict.refusals()).containsExactly(DAY + ".zip has no .CHECKSUM file beside it");
        assertThat(run().imported()).isEqualTo(1);
    }

    @Test
    void shouldKeepBadRowsWithFileLineAndReason() throws Exception {
        String unaligned = Zips.row(1, "42.00000000").replace("1704067260000", "1704067274789");
        Zips.write(files, DAY, List.of(Zips.row(0, "42.00000000"), unaligned, "x", Zips.row(3, "-1.00000000")));

        ImportResult result = run();

        assertThat(result.toMaster()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(3);
        assertThat(result.refused()).isZero();
        List<Row> rejected = master.snapshot()
                .rejections()
                .orderBy("rejected")
                .select("rejected", "value")
                .collectAsList();
        assertThat(rejected)
                .extracting(row -> row.getString(0))
                .satisfiesExactly(
                        text -> assertThat(text).startsWith(DAY + ".zip line 2: open_time must be on a whole minute"),
                        text -> assertThat(text).startsWith(DAY + ".zip line 3: expected 12 columns"),
                        text -> assertThat(text).startsWith(DAY + ".zip line 4: "));
        assertThat(new String(rejected.get(0).<byte[]>getAs(1))).isEqualTo(unaligned);
    }

    @Test
    void shouldImportAFileWithAHeaderAndOneInMicroseconds() throws Exception {
        String header = "open_time,open,high,low,close,volume,close_time,quote_volume,count,"
                + "taker_buy_volume,taker_buy_quote_volume,ignore";
        String micros = Zips.row(1_440, "43.00000000")
                .replace("1704153600000", "1704153600000000")
                .replace("1704153659999", "1704153659999999");
        Zips.write(files, DAY, List.of(header, Zips.row(0, "42.00000000")));
        Zips.write(files, "BTCUSDT-1m-2024-01-02", List.of(micros));

        ImportResult result = run();

        assertThat(result.rejected()).isZero();
        assertThat(master.snapshot()
                        .valid()
                        .select("open_time", "close_time")
                        .orderBy("open_time")
                        .collectAsList())
                .extracting(row -> row.getLong(0) + " to " + row.getLong(1))
                .containsExactly("1704067200000 to 1704067259999", "1704153600000 to 1704153659999");
    }

    @Test
    void shouldImportOnlyTheSymbolsAndDaysAskedFor() throws Exception {
        Zips.write(files, DAY, List.of(Zips.row(0, "42.00000000")));
        Zips.write(files, "BTCUSDT-1m-2024-01-02", List.of(Zips.row(1_440, "42.00000000")));
        Zips.write(files, "ETHUSDT-1m-2024-01", List.of(Zips.row(0, "42.00000000"), Zips.row(20_000, "42.00000000")));
        LocalDate second = LocalDate.of(2024, 1, 2);

        assertThat(job(new FileSelection(List.of("BTCUSDT"), second, second), false)
                        .run("one")
                        .imported())
                .isEqualTo(1);
        assertThat(job(new FileSelection(List.of("ETHUSDT"), second, second), false)
                        .run("two")
                        .toMaster())
                .isEqualTo(2);
    }

    private ImportResult run() throws IOException, InterruptedException {
        return job(new FileSelection(List.of(), null, null), false).run("run-" + runs++);
    }

    private ImportJob job(FileSelection selection, boolean checksumRequired) {
        ImportJob.Settings settings = new ImportJob.Settings(
                files.toString(),
                selection,
                checksumRequired,
                KafkaAccess.at("127.0.0.1:1"),
                1,
                Duration.ofHours(24),
                2);
        return new ImportJob(spark, master, settings, CLOCK);
    }
}

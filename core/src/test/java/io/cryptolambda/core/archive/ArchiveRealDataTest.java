package io.cryptolambda.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ArchiveRealDataTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);

    @Test
    void shouldReadTheSameRowsFromMicrosecondsAsFromMilliseconds() throws IOException {
        Path derived = RealData.folder().resolve("derived/DERIVED-us-BTCUSDT-1m-2024-01-15.zip");
        ArchiveFile micros = new ArchiveFile(derived, "BTCUSDT", "1m", DAY, false);
        ArchiveFile millis = ArchiveFile.of(RealData.dailyZip("BTCUSDT", "1m", DAY.toString()))
                .orElseThrow();

        assertThat(micros.rows()).isEqualTo(millis.rows()).hasSize(1440);
    }

    @Test
    void shouldReadAMonthOfFuturesBehindItsHeader() throws IOException {
        ArchiveFile month = ArchiveFile.of(Path.of("LTCUSDT-1m-2026-02.zip")).orElseThrow();
        Path packed = RealData.folder().resolve("futures-um-monthly/LTCUSDT-1m-2026-02.csv.gz");
        List<ArchiveLine> lines = new ArrayList<>();
        try (InputStream text = new GZIPInputStream(Files.newInputStream(packed))) {
            ArchiveLine.read(month, text.readAllBytes(), "binance", lines::add);
        }

        assertThat(lines).hasSize(28 * 1440).allMatch(ArchiveLine.Good.class::isInstance);
    }

    @Test
    void shouldFindEveryFileOfAFolder() throws IOException {
        assertThat(ArchiveFile.find(RealData.daily("1m")))
                .isNotEmpty()
                .allMatch(file -> file.interval().equals("1m") && !file.month());
    }
}

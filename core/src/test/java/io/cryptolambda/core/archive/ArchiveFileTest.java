package io.cryptolambda.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ArchiveFileTest {
    private static final String ROW = "1704067200000,42283.58000000,42298.62000000,42261.02000000,42298.61000000,"
            + "35.92724000,1704067259999,1519031.69451920,1327,23.18766000,980394.71034560,0";

    @Test
    void shouldTellSymbolIntervalAndDayByTheName() {
        ArchiveFile file =
                ArchiveFile.of(Path.of("some", "BTCUSDT-1m-2024-01-15.zip")).orElseThrow();

        assertThat(file.symbol()).isEqualTo("BTCUSDT");
        assertThat(file.interval()).isEqualTo("1m");
        assertThat(file.firstDay()).isEqualTo(LocalDate.of(2024, 1, 15));
        assertThat(file.month()).isFalse();
    }

    @Test
    void shouldTellMonthlyFiles() {
        ArchiveFile file = ArchiveFile.of(Path.of("ETHUSDT-1h-2024-02.zip")).orElseThrow();

        assertThat(file.firstDay()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(file.month()).isTrue();
    }

    @Test
    void shouldKnowWhereTheArchiveHasThem() {
        ArchiveFile day = ArchiveFile.daily("BTCUSDT", "1m", LocalDate.of(2024, 1, 15));
        ArchiveFile month = ArchiveFile.monthly("ETHUSDT", "1h", YearMonth.of(2024, 2));

        assertThat(day)
                .isEqualTo(ArchiveFile.of(Path.of("BTCUSDT-1m-2024-01-15.zip")).orElseThrow());
        assertThat(day.publishedAt()).isEqualTo("data/spot/daily/klines/BTCUSDT/1m/BTCUSDT-1m-2024-01-15.zip");
        assertThat(month)
                .isEqualTo(ArchiveFile.of(Path.of("ETHUSDT-1h-2024-02.zip")).orElseThrow());
        assertThat(month.publishedAt()).isEqualTo("data/spot/monthly/klines/ETHUSDT/1h/ETHUSDT-1h-2024-02.zip");
    }

    @Test
    void shouldWriteTheChecksumThatItReads() {
        byte[] zip = {1, 2, 3};

        ArchiveChecksum written = ArchiveChecksum.of(zip, "BTCUSDT-1m-2024-01-15.zip");

        assertThat(written.text()).isEqualTo(ArchiveChecksum.sha256(zip) + "  BTCUSDT-1m-2024-01-15.zip\n");
        assertThat(ArchiveChecksum.parse(written.text())).isEqualTo(written);
    }

    @Test
    void shouldLeaveOtherFilesAlone() {
        assertThat(ArchiveFile.of(Path.of("SHA256SUMS"))).isEmpty();
        assertThat(ArchiveFile.of(Path.of("BTCUSDT-1m-2024-01-15.zip.CHECKSUM")))
                .isEmpty();
    }

    @Test
    void shouldTellWhatItCovers() {
        ArchiveFile day = ArchiveFile.of(Path.of("BTCUSDT-1m-2024-01-01.zip")).orElseThrow();
        ArchiveFile month = ArchiveFile.of(Path.of("BTCUSDT-1m-2024-02.zip")).orElseThrow();

        assertThat(day.covers(1704067200000L)).isTrue();
        assertThat(day.covers(1704067200000L - 1)).isFalse();
        assertThat(day.end()).isEqualTo(1704067200000L + 86_400_000);
        assertThat(month.lastDay()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ArchiveFile.of(Path.of("BTCUSDT-1m-2024-02-30.zip"))).isEmpty();
    }

    @Test
    void shouldReadARowExactly() {
        ArchiveRow row = ArchiveRow.parse(ROW);

        assertThat(row.openTime()).isEqualTo(1704067200000L);
        assertThat(row.closeTime()).isEqualTo(1704067259999L);
        assertThat(row.market().quoteVolume()).hasToString("1519031.69451920");
        assertThat(row.market().trades()).isEqualTo(1327);
        assertThat(row.candle("binance", "BTCUSDT").pair()).isEqualTo("BTC/USDT");
    }

    @Test
    void shouldReadMicroseconds() {
        ArchiveRow row = ArchiveRow.parse(
                ROW.replace("1704067200000", "1704067200000000").replace("1704067259999", "1704067259999999"));

        assertThat(row).isEqualTo(ArchiveRow.parse(ROW));
    }

    @Test
    void shouldNotMoveAnOpenTimeThatIsOffTheMinuteByMicroseconds() {
        assertThatThrownBy(() -> ArchiveRow.parse(ROW.replace("1704067200000", "1704067200000123")))
                .hasMessageContaining("whole minute");
    }

    @Test
    void shouldNameWhatIsWrongWithARow() {
        assertThatThrownBy(() -> ArchiveRow.parse("1,2,3")).hasMessageContaining("12 columns");
        assertThatThrownBy(() -> ArchiveRow.parse(ROW.replace("42261.02000000", "42290.00000000")))
                .hasMessageContaining("low");
    }
}

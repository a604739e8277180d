package io.cryptolambda.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.core.testing.RealSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The exchange is the oracle: its own coarser candles must come out of its 1-minute candles, digit for digit. */
class LadderRealDataTest {
    /** The archive lost this minute of 1-minute candles; its coarser candles contain it. */
    private static final String LOST_MINUTE = "SOLUSDT 2023-02-14T16:39";

    private record Row(String name, ArchiveRow ours, ArchiveRow exchange) {}

    @Test
    void shouldRollUpToTheExchangesOwnCandlesOnEveryDayThereIsButWhereTheArchiveLostAMinute() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (ArchiveFile file : ArchiveFile.find(RealData.daily("1m"))) {
            rows.addAll(compared(file));
        }

        List<Row> different = rows.stream()
                .filter(row -> !Objects.equals(row.ours(), row.exchange()))
                .toList();

        assertThat(rows).hasSizeGreaterThan(16_000);
        assertThat(different)
                .as("only those that contain " + LOST_MINUTE)
                .extracting(Row::name)
                .containsExactly("SOLUSDT 15m 2023-02-14T16:30:00Z", "SOLUSDT 1h 2023-02-14T16:00:00Z");
        assertThat(different).allSatisfy(row -> {
            MarketValues ours = row.ours().market();
            MarketValues exchange = row.exchange().market();
            assertThat(exchange.volume().subtract(ours.volume())).isEqualByComparingTo("4767.5");
            assertThat(exchange.trades() - ours.trades()).isEqualTo(162);
        });
    }

    /** The real outage of 2023-03-24: 12:40 to 13:59 UTC never existed, and the 12:39 candle closed early. */
    @Test
    void shouldMakeTheHourOfAnOutageOfTheMinutesThereAre() throws IOException {
        List<Bar> hours = ladder(rows("BTCUSDT", "1m", "2023-03-24"), "BTCUSDT").get(Interval.ONE_HOUR);

        assertThat(hours).hasSize(23);
        assertThat(hours.get(12).candles()).isEqualTo(40);
        assertThat(hours.get(12).hasLastMinute()).isFalse();
        assertThat(hours.get(12).closeTime())
                .isEqualTo(Instant.parse("2023-03-24T12:39:41.646Z").toEpochMilli());
        assertThat(hours.get(13).openTime())
                .isEqualTo(Instant.parse("2023-03-24T14:00:00Z").toEpochMilli());
    }

    private static List<Row> compared(ArchiveFile file) throws IOException {
        String day = file.firstDay().toString();
        Map<Interval, List<Bar>> ladder = ladder(file.rows(), file.symbol());
        List<Row> rows = new ArrayList<>();
        for (Interval interval : Interval.ROLLED_UP) {
            Path published = RealData.dailyZip(file.symbol(), interval.text(), day);
            if (Files.exists(published)) {
                Map<Long, Row> byOpenTime = new TreeMap<>();
                for (ArchiveRow row : rows(file.symbol(), interval.text(), day)) {
                    byOpenTime.put(row.openTime(), new Row(name(file, interval, row.openTime()), null, row));
                }
                for (Bar bar : ladder.get(interval)) {
                    ArchiveRow ours = new ArchiveRow(bar.openTime(), bar.closeTime(), bar.market());
                    byOpenTime.merge(
                            bar.openTime(),
                            new Row(name(file, interval, bar.openTime()), ours, null),
                            (theirs, none) -> new Row(theirs.name(), ours, theirs.exchange()));
                }
                rows.addAll(byOpenTime.values());
            }
        }
        return rows;
    }

    private static String name(ArchiveFile file, Interval interval, long openTime) {
        return file.symbol() + " " + interval.text() + " " + Instant.ofEpochMilli(openTime);
    }

    private static Map<Interval, List<Bar>> ladder(List<ArchiveRow> minutes, String symbol) {
        return RealSpan.ladder(minutes.stream()
                .map(row -> Bar.of(row.candle("binance", symbol)))
                .toList());
    }

    private static List<ArchiveRow> rows(String symbol, String interval, String day) throws IOException {
        return ArchiveFile.of(RealData.dailyZip(symbol, interval, day))
                .orElseThrow()
                .rows();
    }
}

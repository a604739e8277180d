package io.cryptolambda.batch.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * All of the exchange's recorded files: minutes imported, bars computed, and compared with the exchange's own. The archive
 * has lost one minute of SOLUSDT; once it comes by the log, everything is equal.
 */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class RealArchiveIT {
    private static final String DAY = "2023-02-14";
    private static final long LOST = 1_676_392_740_000L; // 16:39

    @TempDir
    private Path exchange;

    @Test
    void shouldMakeTheExchangesOwnBarsAndNameTheMinuteThatItsArchiveLost() throws Exception {
        Batch batch = Batch.onS3("archive");
        for (String interval : List.of("15m", "1h", "1d")) {
            copyAll(RealData.daily(interval));
        }
        try (RawLogForTests log = RawLogForTests.fresh(2)) {
            JsonNode imported = batch.run(
                            "import", RealData.daily("1m").toAbsolutePath().toString())
                    .requireSuccess()
                    .summary()
                    .path("import");
            assertThat(imported.path("rejected").asInt()).isZero();
            assertThat(imported.path("to_master").asInt())
                    .isEqualTo(imported.path("rows_in").asInt())
                    .isGreaterThan(190_000);
            batch.run("recompute").requireSuccess();

            Batch.Ended first = batch.run("check", exchange.toString());

            JsonNode check = first.summary().path("check");
            assertThat(first.exitCode()).isEqualTo(1);
            assertThat(check.path("missing_here").asInt()).isZero();
            assertThat(check.path("missing_at_exchange").asInt()).isZero();
            assertThat(check.path("different").asInt()).isEqualTo(2);
            assertThat(check.path("differences"))
                    .extracting(row -> row.path("symbol").asText() + " "
                            + row.path("interval").asText() + " "
                            + row.path("ts_iso").asText())
                    .containsExactly("SOLUSDT 15m 2023-02-14T16:30:00Z", "SOLUSDT 1h 2023-02-14T16:00:00Z");
            assertThat(check.at("/differences/0/ours/candles").asInt()).isEqualTo(14);

            log.write(List.of(lostMinute()));
            batch.run("all").requireSuccess();

            JsonNode again = batch.run("check", exchange.toString())
                    .requireSuccess()
                    .summary()
                    .path("check");
            assertThat(again.path("different").asInt()).isZero();
            assertThat(again.path("equal").asInt())
                    .isEqualTo(check.path("equal").asInt() + 2);
        }
    }

    /** What the quarter of an hour has and its fourteen minutes have not. */
    private static Candle lostMinute() throws IOException {
        long begin = Interval.FIFTEEN_MINUTES.openTime(LOST);
        MarketValues whole = rows("15m").stream()
                .filter(row -> row.openTime() == begin)
                .findFirst()
                .orElseThrow()
                .market();
        List<ArchiveRow> minutes = rows("1m").stream()
                .filter(row -> Interval.FIFTEEN_MINUTES.openTime(row.openTime()) == begin)
                .toList();
        MarketValues known = minutes.stream()
                .map(ArchiveRow::market)
                .reduce(MarketValues::followedBy)
                .orElseThrow();
        BigDecimal open = minutes.get(8).market().close();
        BigDecimal close = minutes.get(9).market().open();
        BigDecimal high = known.high().equals(whole.high()) ? open.max(close) : whole.high();
        BigDecimal low = known.low().equals(whole.low()) ? open.min(close) : whole.low();
        MarketValues market = new MarketValues(
                open,
                high,
                low,
                close,
                whole.volume().subtract(known.volume()),
                whole.quoteVolume().subtract(known.quoteVolume()),
                whole.trades() - known.trades(),
                whole.takerBuyVolume().subtract(known.takerBuyVolume()),
                whole.takerBuyQuoteVolume().subtract(known.takerBuyQuoteVolume()));
        assertThat(market.volume()).isEqualByComparingTo("4767.5");
        assertThat(market.trades()).isEqualTo(162);
        return new Candle("binance", "SOLUSDT", "SOL/USDT", LOST, LOST + 59_999, market, Source.REST, LOST + 60_000);
    }

    private static List<ArchiveRow> rows(String interval) throws IOException {
        return ArchiveFile.of(RealData.dailyZip("SOLUSDT", interval, DAY))
                .orElseThrow()
                .rows();
    }

    private void copyAll(Path folder) throws IOException {
        try (Stream<Path> zips = Files.list(folder)) {
            for (Path zip :
                    zips.filter(file -> file.toString().endsWith(".zip")).toList()) {
                Files.copy(zip, exchange.resolve(zip.getFileName()));
            }
        }
    }
}

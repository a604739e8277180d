package io.cryptolambda.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange is the oracle: its own coarser candles must come out of its 1-minute candles, digit for digit. */
class LadderRealDataTest {
    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, 2024-01-01, 15m 1h 1d",
        "ETHUSDT, 2024-01-02, 15m 1h 1d",
        "SOLUSDT, 2024-01-03, 15m 1h 1d",
        "BTCUSDT, 2022-11-09, 15m 1h",
        // A real outage: 12:40 to 13:59 UTC never existed, and the 12:39 candle closed early.
        "BTCUSDT, 2023-03-24, 15m 1h",
        "SOLUSDT, 2023-03-24, 15m 1h",
    })
    void shouldRollUpToTheExchangesOwnCandles(String symbol, String day, String published) throws IOException {
        List<Bar> bars = rows(symbol, "1m", day).stream()
                .map(row -> Bar.of(row.candle("binance", symbol)))
                .toList();
        for (Interval interval : Interval.ROLLED_UP) {
            bars = rollUp(bars, interval);
            if (List.of(published.split(" ")).contains(interval.text())) {
                assertSameRows(bars, rows(symbol, interval.text(), day));
            }
        }
    }

    private static List<Bar> rollUp(List<Bar> finer, Interval interval) {
        Map<Long, Bar> bars = new LinkedHashMap<>();
        for (Bar bar : finer) {
            bars.merge(interval.openTime(bar.openTime()), bar.in(interval), (first, next) -> first.followedBy(bar));
        }
        return new ArrayList<>(bars.values());
    }

    private static void assertSameRows(List<Bar> ours, List<ArchiveRow> exchange) {
        Map<Long, Bar> byOpenTime = ours.stream().collect(Collectors.toMap(Bar::openTime, Function.identity()));
        assertThat(byOpenTime).hasSameSizeAs(exchange);
        for (ArchiveRow row : exchange) {
            Bar bar = byOpenTime.get(row.openTime());
            assertThat(bar).as("bar of %d", row.openTime()).isNotNull();
            assertThat(bar.market()).as("bar of %d", row.openTime()).isEqualTo(row.market());
            assertThat(bar.closeTime()).as("bar of %d", row.openTime()).isEqualTo(row.closeTime());
        }
    }

    private static List<ArchiveRow> rows(String symbol, String interval, String day) throws IOException {
        return ArchiveFile.of(RealData.dailyZip(symbol, interval, day))
                .orElseThrow()
                .rows();
    }
}

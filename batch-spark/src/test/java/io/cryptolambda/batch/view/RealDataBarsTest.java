package io.cryptolambda.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealDataBarsTest {
    private static final List<String> FIRST_DAYS_OF_2024 =
            List.of("2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05");
    private static final List<String> OUTAGE = List.of("2023-03-23", "2023-03-24", "2023-03-25");

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "SOLUSDT"})
    void shouldEqualTheExchangesOwnBars(String symbol) throws IOException {
        assertEqualToTheExchange(
                symbol, FIRST_DAYS_OF_2024, List.of(Interval.FIFTEEN_MINUTES, Interval.ONE_HOUR, Interval.ONE_DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "SOLUSDT"})
    void shouldEqualTheExchangesOwnBarsAroundAnOutage(String symbol) throws IOException {
        assertEqualToTheExchange(symbol, OUTAGE, List.of(Interval.FIFTEEN_MINUTES, Interval.ONE_HOUR));
    }

    private static void assertEqualToTheExchange(String symbol, List<String> days, List<Interval> intervals)
            throws IOException {
        List<Candle> candles = new ArrayList<>();
        for (String day : days) {
            candles.addAll(file(symbol, "1m", day).candles("binance"));
        }
        List<LogCandle> log = RandomLog.positioned(candles, 0, 0);
        List<EnrichedBar> bars = FullViews.of(log).enrichedBars();

        for (Interval interval : intervals) {
            List<ArchiveRow> exchanges = new ArrayList<>();
            for (String day : days) {
                exchanges.addAll(file(symbol, interval.text(), day).rows());
            }
            List<EnrichedBar> ours = bars.stream()
                    .filter(bar -> bar.bar().interval() == interval)
                    .sorted(Comparator.comparing(bar -> bar.bar().openTime()))
                    .toList();
            assertThat(ours)
                    .extracting(bar -> bar.bar().openTime())
                    .isEqualTo(exchanges.stream().map(ArchiveRow::openTime).toList());
            assertThat(ours)
                    .extracting(bar -> bar.bar().market())
                    .isEqualTo(exchanges.stream().map(ArchiveRow::market).toList());
            assertThat(ours).allMatch(EnrichedBar::closed);
        }
    }

    private static ArchiveFile file(String symbol, String interval, String day) {
        return ArchiveFile.of(RealData.dailyZip(symbol, interval, day)).orElseThrow();
    }
}

package io.cryptolambda.speed.flink.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.speed.flink.CandleLog;
import io.cryptolambda.speed.flink.NaiveBars;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolBarsTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final MapBarStore store = new MapBarStore();
    private final Map<String, EnrichedBar> documents = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "1, 3000, 1440, 3, false",
        "2, 3000, 1440, 30, true",
        "3, 3000, 120, 3, true",
        "4, 1500, 120, 400, false",
        "5, 4000, 3600, 8, false",
        "6, 1200, 20, 1, true",
        "7, 1500, 1440, 3000, false",
        "8, 6000, 1440, 1, false"
    })
    void shouldEqualThePlainRecomputationFromTheLog(
            long seed, int length, long horizonMinutes, int gap, boolean lateOnes) {
        List<EnrichedCandle> log = CandleLog.of(seed, "BTCUSDT", length, horizonMinutes, gap, lateOnes);
        Random restarts = new Random(seed);
        SymbolBars bars = new SymbolBars(store, Duration.ofMinutes(horizonMinutes));
        for (EnrichedCandle record : log) {
            if (restarts.nextInt(40) == 0) {
                bars = new SymbolBars(store, Duration.ofMinutes(horizonMinutes));
            }
            apply(bars, record);
        }

        Map<String, EnrichedBar> expected = NaiveBars.of(log);
        assertThat(documents.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        expected.forEach((key, document) ->
                assertThat(documents.get(key)).as("seed %d, %s", seed, key).isEqualTo(document));
    }

    @Test
    void shouldEmitChangesByIntervalThenOpenTimeWithTheRecordsAsOf() {
        SymbolBars bars = new SymbolBars(store, DAY);
        for (EnrichedCandle record : CandleLog.of(11, "BTCUSDT", 1500, 1440, 3, false)) {
            List<EnrichedBar> changes = new ArrayList<>();
            bars.apply(record, changes::add);

            assertThat(changes).allMatch(change -> change.asOf() == record.asOf());
            assertThat(changes)
                    .isSortedAccordingTo(Comparator.comparing(
                                    (EnrichedBar change) -> change.bar().interval())
                            .thenComparing(change -> change.bar().openTime()));
        }
    }

    @Test
    void shouldChangeNothingWhenTheLogIsReadAgain() {
        List<EnrichedCandle> log = CandleLog.of(12, "BTCUSDT", 500, 1440, 3, false);
        SymbolBars bars = new SymbolBars(store, DAY);
        log.forEach(record -> apply(bars, record));
        Map<String, EnrichedBar> before = Map.copyOf(documents);

        log.forEach(record -> apply(bars, record));

        assertThat(documents).isEqualTo(before);
    }

    @Test
    void shouldNotCallBarsCompleteWhoseSymbolBeganBeforeTheJob() {
        List<EnrichedCandle> log = CandleLog.of(13, "BTCUSDT", 100, 1440, 1, false);
        SymbolBars bars = new SymbolBars(store, DAY);

        log.subList(1, log.size()).forEach(record -> apply(bars, record));

        assertThat(documents.values()).noneMatch(EnrichedBar::complete);
    }

    @Test
    void shouldCloseABarAgainWhenALaterCandleComesWithoutItsLastMinute() {
        List<EnrichedCandle> log = CandleLog.of(14, "BTCUSDT", 2, 1440, 1, false);
        EnrichedCandle first = log.get(0);
        EnrichedCandle anHourLater = CandleLog.record(shifted(first, 60), 7, 2, false);
        SymbolBars bars = new SymbolBars(store, DAY);
        apply(bars, first);
        assertThat(documents.values()).noneMatch(EnrichedBar::closed);

        apply(bars, anHourLater);

        EnrichedBar closed = documents.get(
                "BTCUSDT|5m|" + Interval.FIVE_MINUTES.openTime(first.candle().openTime()));
        assertThat(closed.closed()).isTrue();
        assertThat(closed.asOf()).isEqualTo(anHourLater.asOf());
        assertThat(closed.bar().candles()).isEqualTo(1);
    }

    @Test
    void shouldKeepNoMoreThanLookbackAndHorizonNeed() {
        SymbolBars bars = new SymbolBars(store, DAY);
        CandleLog.of(15, "BTCUSDT", 40_000, 1440, 1, false).forEach(record -> apply(bars, record));

        int minutes = 1_440 + 10;
        int fiveMinutes = 288 + 400 + 32;
        int quarters = 96 + 400 + 32;
        assertThat(store.size()).isLessThan(minutes + fiveMinutes + quarters + 3 * (24 + 400 + 32));
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, 2024-01-01, 15m 1h 1d",
        "ETHUSDT, 2024-01-02, 15m 1h 1d",
        "SOLUSDT, 2024-01-03, 15m 1h 1d",
        "BTCUSDT, 2023-03-24, 15m 1h",
        "ETHUSDT, 2023-03-24, 15m 1h 1d",
        "SOLUSDT, 2023-03-24, 15m 1h"
    })
    void shouldEqualTheExchangesOwnBarsInAllNineFields(String symbol, String day, String intervals) throws IOException {
        SymbolBars bars = new SymbolBars(store, DAY);
        long offset = 0;
        for (ArchiveRow row : rows(symbol, "1m", day)) {
            apply(bars, CandleLog.record(row.candle("binance", symbol), offset++, 61, false));
        }

        for (String interval : intervals.split(" ")) {
            List<ArchiveRow> rows = rows(symbol, interval, day);
            for (ArchiveRow row : rows) {
                EnrichedBar document = documents.get(symbol + "|" + interval + "|" + row.openTime());
                assertThat(document).as("%s %s %s", symbol, interval, row).isNotNull();
                assertThat(document.bar().market()).isEqualTo(row.market());
            }
            assertThat(documents.keySet().stream().filter(key -> key.contains("|" + interval + "|")))
                    .hasSameSizeAs(rows);
        }
    }

    private static List<ArchiveRow> rows(String symbol, String interval, String day) throws IOException {
        return ArchiveFile.of(RealData.dailyZip(symbol, interval, day))
                .orElseThrow()
                .rows();
    }

    private void apply(SymbolBars bars, EnrichedCandle record) {
        bars.apply(record, document -> documents.put(NaiveBars.key(document), document));
    }

    private static Candle shifted(EnrichedCandle record, int minutes) {
        Candle candle = record.candle();
        long by = minutes * CandleLog.MINUTE;
        return new Candle(
                candle.exchange(),
                candle.symbol(),
                candle.pair(),
                candle.openTime() + by,
                candle.closeTime() + by,
                candle.market(),
                candle.source(),
                candle.ingestedAt() + by);
    }
}

package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.testing.Candles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogRowsTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final long MINUTES_OF_JANUARY = 31 * 24 * 60;

    @Test
    void shouldPutCandlesInOrderOfSymbolTimeAndPosition() {
        List<LogRecord> log = List.of(
                candle(0, "ETHUSDT", 1), candle(1, "BTCUSDT", 5), candle(2, "BTCUSDT", 3), candle(3, "BTCUSDT", 5));

        assertThat(offsets(byMonth(log).get("2024-01"))).containsExactly(2L, 1L, 3L, 0L);
    }

    @Test
    void shouldPutEachMonthIntoAFileOfItsOwn() {
        List<LogRecord> log = List.of(
                candle(0, "BTCUSDT", MINUTES_OF_JANUARY),
                candle(1, "BTCUSDT", MINUTES_OF_JANUARY - 1),
                candle(2, "ADAUSDT", MINUTES_OF_JANUARY));

        SortedMap<String, List<LogRow>> months = byMonth(log);
        assertThat(months).containsOnlyKeys("2024-01", "2024-02");
        assertThat(offsets(months.get("2024-01"))).containsExactly(1L);
        assertThat(offsets(months.get("2024-02"))).containsExactly(2L, 0L);
    }

    @Test
    void shouldKeepWhatBreaksTheContractWithItsReason() {
        List<LogRecord> log = List.of(
                new LogRecord(0, 0, 9, null, null),
                candle(1, "BTCUSDT", 0),
                new LogRecord(0, 2, 9, new byte[] {-1}, new byte[] {'{'}));

        List<LogRow> rejected = byMonth(log).get(MasterColumns.REJECTED_MONTH);
        assertThat(offsets(rejected)).containsExactly(0L, 2L);
        assertThat(((RejectedRow) rejected.get(0)).reason()).isEqualTo("key is missing");
        assertThat(((RejectedRow) rejected.get(1)).reason()).startsWith("not valid JSON");
    }

    @Test
    void shouldNotHoldMoreThanSomeMegabytesOfWhatBreaksTheContract() {
        Iterator<LogRecord> log = IntStream.range(0, 40)
                .mapToObj(offset -> new LogRecord(0, offset, 9, new byte[] {'A'}, new byte[MEGABYTE]))
                .iterator();

        List<Integer> counts = new ArrayList<>();
        while (log.hasNext()) {
            counts.add(LogRows.byMonth(log, 1).get(MasterColumns.REJECTED_MONTH).size());
        }
        assertThat(counts).containsExactly(16, 16, 8);
    }

    private static SortedMap<String, List<LogRow>> byMonth(List<LogRecord> log) {
        return LogRows.byMonth(log.iterator(), 1);
    }

    private static LogRecord candle(long offset, String symbol, long minute) {
        return MasterForTests.record(0, offset, Candles.candle(symbol, minute, "100.00", "1.5"));
    }

    private static List<Long> offsets(List<LogRow> rows) {
        return rows.stream()
                .map(row -> row instanceof CandleRow candle
                        ? candle.offset()
                        : ((RejectedRow) row).record().offset())
                .toList();
    }
}

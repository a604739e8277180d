package io.cryptolambda.batch.master;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of the log as the rows of the master dataset: by month, in order of (symbol, open time, position). Candles come
 * minute by minute, the symbols mixed; put together by symbol they are mostly in order already.
 */
final class LogRows {
    private static final Comparator<CandleRow> IN_TIME =
            Comparator.comparingLong(CandleRow::openTime).thenComparingLong(CandleRow::offset);

    /** A candle is small whatever its record was; what breaks the contract is kept as it is, up to a megabyte each. */
    private static final long MOST_REJECTED_BYTES = 16 * 1024 * 1024;

    private final Map<String, List<CandleRow>> candles = new TreeMap<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Names names = new Names();
    private final int generation;
    private long rejectedBytes;

    private LogRows(int generation) {
        this.generation = generation;
    }

    /**
     * The rows by month. Those of records that break the contract are at {@value MasterColumns#REJECTED_MONTH}.
     *
     * @param records some are left where those that break the contract need much memory
     * @param generation generation of the raw topic
     */
    static SortedMap<String, List<LogRow>> byMonth(Iterator<LogRecord> records, int generation) {
        LogRows rows = new LogRows(generation);
        while (records.hasNext() && rows.rejectedBytes < MOST_REJECTED_BYTES) {
            rows.add(records.next());
        }
        return rows.byMonth();
    }

    private void add(LogRecord record) {
        Parsed<Candle> parsed = RawCandleParser.parse(record.key(), record.value());
        if (parsed instanceof Parsed.Ok<Candle> ok) {
            candles.computeIfAbsent(ok.value().symbol(), symbol -> new ArrayList<>())
                    .add(CandleRow.of(generation, record, ok.value(), names));
        } else {
            rejected.add(new RejectedRow(generation, record, ((Parsed.Rejected<Candle>) parsed).reason()));
            rejectedBytes += length(record.key()) + length(record.value());
        }
    }

    private SortedMap<String, List<LogRow>> byMonth() {
        SortedMap<String, List<LogRow>> months = new TreeMap<>();
        MonthText text = new MonthText();
        for (List<CandleRow> ofSymbol : candles.values()) {
            ofSymbol.sort(IN_TIME);
            for (CandleRow row : ofSymbol) {
                months.computeIfAbsent(text.of(row.openTime()), month -> new ArrayList<>())
                        .add(row);
            }
        }
        if (!rejected.isEmpty()) {
            months.put(MasterColumns.REJECTED_MONTH, List.copyOf(rejected));
        }
        return months;
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}

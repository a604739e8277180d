package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.verify.Tally.Outcome;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compares all documents of one symbol and interval: the oracle's with the rows of {@code /candles} and of {@code
 * /features} or {@code /indicators}, all three in open-time order. A document counts once, whatever differs in it.
 */
final class DocumentComparison {
    private final String symbol;
    private final int partition;
    private final Interval interval;
    private final ParityReport report;

    DocumentComparison(String symbol, int partition, Interval interval, ParityReport report) {
        this.symbol = symbol;
        this.partition = partition;
        this.interval = interval;
        this.report = report;
    }

    void compare(Iterator<ExpectedDocument> expected, Iterator<ServedRow> candles, Iterator<ServedRow> derived) {
        Rows<ExpectedDocument> expectedRows = new Rows<>(expected, ExpectedDocument::openTime);
        Rows<ServedRow> candleRows = new Rows<>(candles, ServedRow::openTime);
        Rows<ServedRow> derivedRows = new Rows<>(derived, ServedRow::openTime);
        while (true) {
            long openTime = Math.min(expectedRows.openTime(), Math.min(candleRows.openTime(), derivedRows.openTime()));
            if (openTime == Long.MAX_VALUE) {
                return;
            }
            count(
                    openTime,
                    expectedRows.takeIfAt(openTime),
                    candleRows.takeIfAt(openTime),
                    derivedRows.takeIfAt(openTime));
        }
    }

    private void count(long openTime, ExpectedDocument expected, ServedRow candle, ServedRow derived) {
        String layer = Stream.of(candle, derived)
                .filter(Objects::nonNull)
                .map(ServedRow::layer)
                .findFirst()
                .orElse(null);
        report.count(symbol, interval, outcome(openTime, expected, candle, derived), layer);
    }

    private Outcome outcome(long openTime, ExpectedDocument expected, ServedRow candle, ServedRow derived) {
        if (isNewer(candle) || isNewer(derived)) {
            return Outcome.NEWER;
        }
        if (expected == null) {
            note(openTime, "document", "nothing", "a document", candle == null ? derived : candle);
            return Outcome.DIFFERENT;
        }
        if (candle == null || derived == null) {
            String missing = candle == null ? "candle" : interval == Interval.ONE_MINUTE ? "features" : "indicators";
            note(openTime, candle == derived ? "document" : missing, "a document", "nothing", null);
            return Outcome.MISSING;
        }
        boolean sameCandle = same(openTime, expected.candle(), candle);
        boolean sameDerived = same(openTime, expected.derived(), derived);
        return sameCandle && sameDerived ? Outcome.EQUAL : Outcome.DIFFERENT;
    }

    private boolean isNewer(ServedRow row) {
        return row != null && report.cut().isNewer(partition, row.asOf());
    }

    private boolean same(long openTime, Map<String, Object> expected, ServedRow served) {
        boolean same = true;
        for (Map.Entry<String, Object> field : expected.entrySet()) {
            JsonNode value = served.json().get(field.getKey());
            if (!FieldComparison.equal(field.getValue(), value)) {
                same = false;
                note(openTime, field.getKey(), String.valueOf(field.getValue()), FieldComparison.text(value), served);
            }
        }
        return same;
    }

    private void note(long openTime, String field, String expected, String served, ServedRow row) {
        report.note(new Difference(
                symbol,
                interval.text(),
                openTime,
                field,
                expected,
                served,
                row == null ? null : row.layer(),
                row == null ? null : row.asOf()));
    }
}

package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.verify.Tally.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compares all documents of one symbol and interval: the oracle's with the rows of {@code /candles} and of {@code
 * /features} or {@code /indicators}, all in open-time order. A document counts once, whatever differs in it. Where it is
 * not the oracle's, but what may be served until the next batch run, it is awaiting that.
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

    void compare(
            Iterator<ExpectedDocument> expected,
            AwaitedDocuments awaited,
            Iterator<ServedRow> candles,
            Iterator<ServedRow> derived) {
        boolean awaiting = awaited.meanwhile().hasNext();
        Rows<ExpectedDocument> expectedRows = new Rows<>(expected, ExpectedDocument::openTime);
        Rows<ExpectedDocument> meanwhileRows = new Rows<>(awaited.meanwhile(), ExpectedDocument::openTime);
        Rows<ExpectedDocument> publishedRows = new Rows<>(awaited.published(), ExpectedDocument::openTime);
        Rows<ServedRow> candleRows = new Rows<>(candles, ServedRow::openTime);
        Rows<ServedRow> derivedRows = new Rows<>(derived, ServedRow::openTime);
        while (true) {
            long openTime = Stream.of(expectedRows, meanwhileRows, publishedRows, candleRows, derivedRows)
                    .mapToLong(Rows::openTime)
                    .min()
                    .orElseThrow();
            if (openTime == Long.MAX_VALUE) {
                return;
            }
            ExpectedDocument full = expectedRows.takeIfAt(openTime);
            ExpectedDocument now = meanwhileRows.takeIfAt(openTime);
            ExpectedDocument published = publishedRows.takeIfAt(openTime);
            ServedRow candle = candleRows.takeIfAt(openTime);
            ServedRow derivation = derivedRows.takeIfAt(openTime);
            List<Difference> differences = new ArrayList<>();
            Outcome outcome = outcome(openTime, full, candle, derivation, differences);
            if (awaiting && outcome != Outcome.EQUAL && outcome != Outcome.NEWER) {
                boolean asPublished =
                        now != null && awaited.isDoubted(now) && "batch".equals(layer(candle, derivation));
                boolean right = isAsAwaited(openTime, now, candle, derivation)
                        || (asPublished && isAsAwaited(openTime, published, candle, derivation));
                outcome = right ? Outcome.AWAITING : outcome;
            }
            report.count(symbol, interval, outcome, layer(candle, derivation));
            if (outcome != Outcome.AWAITING) {
                differences.forEach(report::note);
            }
        }
    }

    private boolean isAsAwaited(long openTime, ExpectedDocument now, ServedRow candle, ServedRow derived) {
        if (now == null) {
            return candle == null && derived == null;
        }
        return outcome(openTime, now, candle, derived, new ArrayList<>()) == Outcome.EQUAL;
    }

    private static String layer(ServedRow candle, ServedRow derived) {
        return Stream.of(candle, derived)
                .filter(Objects::nonNull)
                .map(ServedRow::layer)
                .findFirst()
                .orElse(null);
    }

    private Outcome outcome(
            long openTime, ExpectedDocument expected, ServedRow candle, ServedRow derived, List<Difference> found) {
        if (isNewer(candle) || isNewer(derived)) {
            return Outcome.NEWER;
        }
        if (expected == null) {
            ServedRow served = candle == null ? derived : candle;
            found.add(difference(openTime, Difference.DOCUMENT, "nothing", "a document", served));
            return Outcome.DIFFERENT;
        }
        if (candle == null || derived == null) {
            String missing = candle == null ? "candle" : ServedApi.resource(interval);
            String what = candle == derived ? Difference.DOCUMENT : missing;
            found.add(difference(openTime, what, "a document", "nothing", null));
            return Outcome.MISSING;
        }
        boolean sameCandle = same(openTime, expected.candle(), candle, found);
        boolean sameDerived = same(openTime, expected.derived(), derived, found);
        return sameCandle && sameDerived ? Outcome.EQUAL : Outcome.DIFFERENT;
    }

    private boolean isNewer(ServedRow row) {
        return row != null && report.cut().isNewer(partition, row.asOf());
    }

    private boolean same(long openTime, Map<String, Object> expected, ServedRow served, List<Difference> found) {
        boolean same = true;
        for (Map.Entry<String, Object> field : expected.entrySet()) {
            JsonNode value = served.json().get(field.getKey());
            if (!FieldComparison.equal(field.getValue(), value)) {
                same = false;
                found.add(difference(
                        openTime,
                        field.getKey(),
                        String.valueOf(field.getValue()),
                        FieldComparison.text(value),
                        served));
            }
        }
        return same;
    }

    private Difference difference(long openTime, String field, String expected, String served, ServedRow row) {
        return new Difference(
                symbol,
                interval,
                openTime,
                field,
                expected,
                served,
                row == null ? null : row.layer(),
                row == null ? null : row.asOf());
    }
}

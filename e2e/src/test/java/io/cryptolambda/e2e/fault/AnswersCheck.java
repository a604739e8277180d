package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.e2e.fault.ApiWatch.Answer;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether answers were right: a row with {@code as_of} A must be what the records of the log up to A say, and where a row
 * knows of a minute before it, that minute must not be missing.
 */
final class AnswersCheck {
    private static final int MOST_NAMED = 10;

    private final Log log;
    private final List<String> wrong = new ArrayList<>();
    private long rows;

    AnswersCheck(Log log) {
        this.log = log;
    }

    void check(Answer answer) {
        NavigableMap<Long, List<LoggedCandle>> known = byOpenTime(answer.symbol());
        JsonNode before = null;
        for (JsonNode row : answer.rows()) {
            rows++;
            checkValues(answer, row, known);
            if (before != null && answer.interval() == Interval.ONE_MINUTE && !answer.stale()) {
                checkNothingMissing(answer, before, row, known);
            }
            before = row;
        }
    }

    /** Rows that were checked. */
    long rows() {
        return rows;
    }

    /** The first that were wrong. */
    List<String> wrong() {
        return wrong;
    }

    private final TreeMap<String, NavigableMap<Long, List<LoggedCandle>>> indexed = new TreeMap<>();

    private NavigableMap<Long, List<LoggedCandle>> byOpenTime(String symbol) {
        return indexed.computeIfAbsent(symbol, absent -> {
            NavigableMap<Long, List<LoggedCandle>> index = new TreeMap<>();
            log.candles().getOrDefault(symbol, List.of()).forEach(logged -> index.computeIfAbsent(
                            logged.openTime(), time -> new ArrayList<>())
                    .add(logged));
            return index;
        });
    }

    private void checkValues(Answer answer, JsonNode row, NavigableMap<Long, List<LoggedCandle>> known) {
        long openTime = row.path("open_time").asLong();
        long asOf = row.path("as_of").asLong();
        List<LoggedCandle> inside =
                known.subMap(openTime, true, answer.interval().end(openTime), false).values().stream()
                        .flatMap(List::stream)
                        .filter(logged -> logged.position() <= asOf)
                        .sorted(java.util.Comparator.comparingLong(LoggedCandle::position))
                        .toList();
        MarketValues expected = expected(answer, inside);
        if (expected == null || !expected.equals(served(row))) {
            note(answer, row, "should be " + expected);
        }
    }

    private MarketValues expected(Answer answer, List<LoggedCandle> inside) {
        if (inside.isEmpty()) {
            return null;
        }
        NaiveOracle oracle = new NaiveOracle(inside, log.partitions().get(answer.symbol()));
        return answer.interval() == Interval.ONE_MINUTE
                ? oracle.winners().get(0).candle().market()
                : oracle.bars(answer.interval())
                        .map(EnrichedBar::bar)
                        .findFirst()
                        .orElseThrow()
                        .market();
    }

    private void checkNothingMissing(
            Answer answer, JsonNode before, JsonNode row, NavigableMap<Long, List<LoggedCandle>> known) {
        long asOf = row.path("as_of").asLong();
        known.subMap(
                        before.path("open_time").asLong(),
                        false,
                        row.path("open_time").asLong(),
                        false)
                .forEach((openTime, records) -> {
                    if (records.get(0).position() < asOf) {
                        note(answer, row, "the minute " + openTime + " before it is missing, which it knows");
                    }
                });
    }

    private void note(Answer answer, JsonNode row, String problem) {
        if (wrong.size() < MOST_NAMED) {
            wrong.add(answer.symbol() + " " + answer.interval().text() + (answer.stale() ? " (stale)" : "") + " " + row
                    + ": " + problem);
        }
    }

    private static MarketValues served(JsonNode row) {
        return new MarketValues(
                decimal(row, "open"),
                decimal(row, "high"),
                decimal(row, "low"),
                decimal(row, "close"),
                decimal(row, "volume"),
                decimal(row, "quote_volume"),
                row.path("trades").asLong(),
                decimal(row, "taker_buy_volume"),
                decimal(row, "taker_buy_quote_volume"));
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asText());
    }
}

package io.cryptolambda.e2e.fault;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.e2e.fault.Answer.Row;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whether answers were right: a row with {@code as_of} A must be what the records of the log up to A say, and where a row
 * knows of a minute before it, that minute must not be missing.
 */
final class AnswersCheck {
    private static final int MOST_NAMED = 10;

    private final Log log;
    private final Map<String, NavigableMap<Long, List<LoggedCandle>>> indexed = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long rows;

    AnswersCheck(Log log) {
        this.log = log;
    }

    void check(Answer answer) {
        NavigableMap<Long, List<LoggedCandle>> known = byOpenTime(answer.symbol());
        Row before = null;
        for (Row row : answer.rows()) {
            rows++;
            checkValues(answer, row, known);
            if (before != null && row.openTime() <= before.openTime()) {
                note(answer, row, "comes after " + before.openTime());
            } else if (before != null && answer.interval() == Interval.ONE_MINUTE && !answer.stale()) {
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

    private NavigableMap<Long, List<LoggedCandle>> byOpenTime(String symbol) {
        return indexed.computeIfAbsent(symbol, absent -> {
            NavigableMap<Long, List<LoggedCandle>> index = new TreeMap<>();
            log.candles().getOrDefault(symbol, List.of()).forEach(logged -> index.computeIfAbsent(
                            logged.openTime(), time -> new ArrayList<>())
                    .add(logged));
            return index;
        });
    }

    private void checkValues(Answer answer, Row row, NavigableMap<Long, List<LoggedCandle>> known) {
        long openTime = row.openTime();
        long asOf = row.asOf();
        List<LoggedCandle> inside =
                known.subMap(openTime, true, answer.interval().end(openTime), false).values().stream()
                        .flatMap(List::stream)
                        .filter(logged -> logged.position() <= asOf)
                        .sorted(Comparator.comparingLong(LoggedCandle::position))
                        .toList();
        MarketValues expected = expected(answer, inside);
        if (expected == null || !expected.equals(row.values())) {
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

    private void checkNothingMissing(Answer answer, Row before, Row row, NavigableMap<Long, List<LoggedCandle>> known) {
        long asOf = row.asOf();
        known.subMap(before.openTime(), false, row.openTime(), false).forEach((openTime, records) -> {
            if (records.get(0).position() < asOf) {
                note(answer, row, "the minute " + openTime + " before it is missing, which it knows");
            }
        });
    }

    private void note(Answer answer, Row row, String problem) {
        if (wrong.size() < MOST_NAMED) {
            wrong.add(answer.symbol() + " " + answer.interval().text() + (answer.stale() ? " (stale)" : "") + " " + row
                    + ": " + problem);
        }
    }
}

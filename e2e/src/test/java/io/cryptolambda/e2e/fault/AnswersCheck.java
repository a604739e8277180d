package io.cryptolambda.e2e.fault;

import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.verify.ExpectedDocument;
import io.cryptolambda.local.lambda.verify.FieldComparison;
import io.cryptolambda.local.lambda.verify.ServedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether answers were right: every field of a row with {@code as_of} A must be what the records of the log up to A say, and
 * where a row knows of a minute before it, that minute must not be missing. A row that says that it is not complete is held
 * to its market values alone.
 */
final class AnswersCheck {
    private static final int MOST_NAMED = 10;

    private final Log log;
    private final Truth truth;
    private final Map<String, NavigableMap<Long, Long>> firstPositions = new HashMap<>();
    private final Map<String, Set<Long>> runs = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long rows;
    private long incomplete;

    AnswersCheck(Log log) {
        this.log = log;
        this.truth = new Truth(log);
    }

    void check(List<Answer> answers) {
        for (Answer answer : answers) {
            runs.computeIfAbsent(answer.symbol(), symbol -> new TreeSet<>()).add(answer.k());
        }
        answers.forEach(this::check);
    }

    /** Rows that were checked. */
    long rows() {
        return rows;
    }

    /** Rows of them that said that they are not complete. */
    long incomplete() {
        return incomplete;
    }

    /** Documents they are of, each time it changed counted. */
    long documents() {
        return truth.documents();
    }

    /** The first that were wrong. */
    List<String> wrong() {
        return wrong;
    }

    private void check(Answer answer) {
        ServedRow before = null;
        for (ServedRow row : answer.rows()) {
            rows++;
            checkValues(answer, row);
            if (before != null && row.openTime() <= before.openTime()) {
                note(answer, row, "comes after " + before.openTime());
            } else if (before != null && answer.interval() == Interval.ONE_MINUTE && !answer.stale()) {
                checkNothingMissing(answer, before, row);
            }
            before = row;
        }
    }

    private void checkValues(Answer answer, ServedRow row) {
        boolean complete = row.json().required("complete").asBoolean();
        incomplete += complete ? 0 : 1;
        if (!complete && answer.derived()) {
            return;
        }
        Optional<ExpectedDocument> full = truth.full(answer.symbol(), answer.interval(), row.openTime(), row.asOf());
        Stream<Optional<ExpectedDocument>> meanwhile = row.layer().equals("batch")
                ? Stream.empty()
                : runs.get(answer.symbol()).stream()
                        .map(k -> truth.meanwhile(answer.symbol(), answer.interval(), row.openTime(), row.asOf(), k));
        boolean right = Stream.concat(Stream.of(full), meanwhile)
                .flatMap(Optional::stream)
                .anyMatch(
                        expected -> differences(answer, row, complete, expected).isEmpty());
        if (!right) {
            note(
                    answer,
                    row,
                    full.map(expected -> "should be " + differences(answer, row, complete, expected))
                            .orElse("should not be"));
        }
    }

    private static Map<String, Object> differences(
            Answer answer, ServedRow row, boolean complete, ExpectedDocument expected) {
        Map<String, Object> fields = answer.derived() ? expected.derived() : expected.candle();
        Map<String, Object> differences = new LinkedHashMap<>(fields);
        if (!complete) {
            differences.remove("as_of");
        }
        differences
                .entrySet()
                .removeIf(field ->
                        FieldComparison.equal(field.getValue(), row.json().get(field.getKey())));
        return differences;
    }

    private void checkNothingMissing(Answer answer, ServedRow before, ServedRow row) {
        firstPositions(answer.symbol())
                .subMap(before.openTime(), false, row.openTime(), false)
                .forEach((openTime, position) -> {
                    if (position < row.asOf()) {
                        note(answer, row, "the minute " + openTime + " before it is missing, which it knows");
                    }
                });
    }

    /** When each minute of a symbol was first told, by open time. */
    private NavigableMap<Long, Long> firstPositions(String symbol) {
        return firstPositions.computeIfAbsent(symbol, absent -> {
            NavigableMap<Long, Long> positions = new TreeMap<>();
            log.candles()
                    .getOrDefault(symbol, List.of())
                    .forEach(logged -> positions.putIfAbsent(logged.openTime(), logged.position()));
            return positions;
        });
    }

    private void note(Answer answer, ServedRow row, String problem) {
        if (wrong.size() < MOST_NAMED) {
            wrong.add(answer.symbol() + " " + answer.interval().text() + (answer.stale() ? " (stale)" : "") + " "
                    + row.json() + ": " + problem);
        }
    }
}

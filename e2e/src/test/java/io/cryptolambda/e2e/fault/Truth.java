package io.cryptolambda.e2e.fault;

import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.verify.Awaited;
import io.cryptolambda.local.lambda.verify.ExpectedDocument;
import io.cryptolambda.local.lambda.verify.ExpectedFields;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the records of the log up to a position say, by the naive oracle. Each document is computed once. */
final class Truth {
    private static final long EVERYTHING = Long.MAX_VALUE;

    private final Log log;
    private final Map<Question, Optional<ExpectedDocument>> answers = new HashMap<>();

    /** @param k what a batch run knows; records beyond the horizon that are not below it are left out */
    private record Question(String symbol, Interval interval, long openTime, long asOf, long k) {}

    Truth(Log log) {
        this.log = log;
    }

    /** The full truth, which batch publishes; empty where there is no candle. */
    Optional<ExpectedDocument> full(String symbol, Interval interval, long openTime, long asOf) {
        return answer(new Question(symbol, interval, openTime, asOf, EVERYTHING));
    }

    /**
     * What the speed layer makes of it until the next batch run: without what came from beyond the horizon.
     *
     * @param k position up to which the last run knows the symbol, exclusive
     */
    Optional<ExpectedDocument> meanwhile(String symbol, Interval interval, long openTime, long asOf, long k) {
        return answer(new Question(symbol, interval, openTime, asOf, k));
    }

    /** Number of documents that were computed. */
    int documents() {
        return answers.size();
    }

    private Optional<ExpectedDocument> answer(Question question) {
        return answers.computeIfAbsent(question, this::compute);
    }

    private Optional<ExpectedDocument> compute(Question question) {
        List<LoggedCandle> known = log.candles().getOrDefault(question.symbol(), List.of()).stream()
                .filter(logged -> logged.position() <= question.asOf())
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<LoggedCandle> taken = Awaited.in(known, question.k()).taken();
        NaiveOracle oracle = new NaiveOracle(taken, log.partitions().get(question.symbol()));
        return ExpectedFields.of(oracle, question.interval(), question.openTime());
    }
}

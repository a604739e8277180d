package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Compares everything before a cut that is served, few symbols at a time. */
final class Verification {
    /** Records held in memory at a time, about 600 bytes each; a single symbol is always held whole. */
    private static final long RECORDS_HELD = 500_000;

    private final RawLog log;
    private final ServedApi api;
    private final Consumer<String> progress;

    Verification(RawLog log, ServedApi api, Consumer<String> progress) {
        this.log = log;
        this.api = api;
        this.progress = progress;
    }

    ParityReport run(Cut cut) {
        log.requireFromTheStart();
        ParityReport report = new ParityReport(cut);
        SortedMap<String, Integer> served = api.symbols();
        long minutesFrom = api.retainedFrom();
        cut.ends().keySet().forEach(partition -> {
            SortedMap<String, Long> counts = log.count(partition);
            // What is served without any record in the log is compared with nothing.
            served.forEach((symbol, in) -> {
                if (in.equals(partition)) {
                    counts.putIfAbsent(symbol, 0L);
                }
            });
            for (Set<String> group : SymbolGroups.of(counts, RECORDS_HELD)) {
                Map<String, List<LoggedCandle>> candles = log.candles(partition, group);
                for (String symbol : group) {
                    progress.accept("comparing " + symbol);
                    List<LoggedCandle> known = candles.getOrDefault(symbol, List.of());
                    compare(
                            new NaiveOracle(known, partition),
                            symbol,
                            partition,
                            served.containsKey(symbol),
                            minutesFrom,
                            report);
                }
            }
        });
        return report;
    }

    private void compare(
            NaiveOracle oracle, String symbol, int partition, boolean served, long minutesFrom, ParityReport report) {
        for (Interval interval : Interval.values()) {
            long from = interval == Interval.ONE_MINUTE ? minutesFrom : 0;
            new DocumentComparison(symbol, partition, interval, report)
                    .compare(
                            ExpectedFields.of(oracle, interval)
                                    .filter(document -> document.openTime() >= from)
                                    .iterator(),
                            served ? api.candles(symbol, interval, from) : Collections.emptyIterator(),
                            served ? api.derived(symbol, interval, from) : Collections.emptyIterator());
        }
    }
}

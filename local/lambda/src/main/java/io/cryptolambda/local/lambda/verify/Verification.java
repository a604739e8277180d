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

/** Compares everything before a cut, few symbols at a time. */
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
                    compare(symbol, partition, known, served.containsKey(symbol), report);
                }
            }
        });
        return report;
    }

    private void compare(
            String symbol, int partition, List<LoggedCandle> candles, boolean served, ParityReport report) {
        NaiveOracle oracle = new NaiveOracle(candles, partition);
        for (Interval interval : Interval.values()) {
            new DocumentComparison(symbol, partition, interval, report)
                    .compare(
                            ExpectedFields.of(oracle, interval).iterator(),
                            served ? api.candles(symbol, interval) : Collections.emptyIterator(),
                            served ? api.derived(symbol, interval) : Collections.emptyIterator());
        }
    }
}

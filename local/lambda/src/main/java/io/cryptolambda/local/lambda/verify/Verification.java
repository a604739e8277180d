package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Compares everything before a cut that is served and asked for: few symbols at a time, their series side by side. */
final class Verification {
    /** Records held in memory at a time, about 600 bytes each; a single symbol is always held whole. */
    private static final long RECORDS_HELD = 500_000;

    private final ServedApi api;
    private final Selection selection;
    private final ProgressBar progress;
    private final int threads;

    /** @param threads series compared at the same time */
    Verification(ServedApi api, Selection selection, ProgressBar progress, int threads) {
        this.api = api;
        this.selection = selection;
        this.progress = progress;
        this.threads = threads;
    }

    /**
     * @param history what is known
     * @param partitions the served symbols that are compared, each with its partition
     * @param k per partition what the run being served knows, exclusive
     */
    ParityReport run(Cut cut, History history, Map<String, Integer> partitions, SortedMap<Integer, Long> k)
            throws IOException, InterruptedException, ExecutionException {
        ParityReport report = new ParityReport(cut);
        long minutesFrom = api.retainedFrom();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int partition : cut.ends().keySet()) {
                if (!selection.everySymbol() && !partitions.containsValue(partition)) {
                    continue;
                }
                SortedMap<String, Long> counts = history.count(partition, partitions);
                if (!selection.everySymbol()) {
                    counts.keySet().retainAll(partitions.keySet());
                }
                progress.expect((long) counts.size() * selection.intervals().size());
                for (Set<String> group : SymbolGroups.of(counts, RECORDS_HELD)) {
                    Map<String, List<LoggedCandle>> candles = history.candles(partition, group);
                    List<Callable<Void>> series = new ArrayList<>();
                    for (String symbol : group) {
                        List<LoggedCandle> known = candles.getOrDefault(symbol, List.of());
                        boolean served = partitions.containsKey(symbol);
                        series.addAll(new SymbolSeries(symbol, partition, known, k.getOrDefault(partition, 0L), served)
                                .comparisons(report, minutesFrom));
                    }
                    for (Future<Void> compared : executor.invokeAll(series)) {
                        compared.get();
                    }
                }
            }
        } finally {
            executor.shutdownNow();
        }
        return report;
    }

    /** One symbol's series. */
    private final class SymbolSeries {
        private final String symbol;
        private final int partition;
        private final NaiveOracle oracle;
        private final Awaited awaited;
        private final NaiveOracle meanwhile;
        private final NaiveOracle published;
        private final boolean served;

        SymbolSeries(String symbol, int partition, List<LoggedCandle> known, long k, boolean served) {
            this.awaited = Awaited.in(known, k);
            this.symbol = symbol;
            this.partition = partition;
            this.oracle = new NaiveOracle(known, partition);
            this.meanwhile = awaited.any() ? new NaiveOracle(awaited.taken(), partition) : null;
            this.published = awaited.any() ? new NaiveOracle(awaited.published(), partition) : null;
            this.served = served;
        }

        List<Callable<Void>> comparisons(ParityReport report, long minutesFrom) {
            return selection.intervals().stream()
                    .sorted()
                    .<Callable<Void>>map(interval -> () -> {
                        compare(interval, report, minutesFrom);
                        progress.step(symbol + " " + interval.text());
                        return null;
                    })
                    .toList();
        }

        private void compare(Interval interval, ParityReport report, long minutesFrom) {
            long from = Math.max(selection.from(), interval == Interval.ONE_MINUTE ? minutesFrom : 0);
            new DocumentComparison(symbol, partition, interval, report)
                    .compare(
                            expected(oracle, interval, from).iterator(),
                            awaited(interval, from),
                            served ? api.candles(symbol, interval, from, selection.to()) : Collections.emptyIterator(),
                            served ? api.derived(symbol, interval, from, selection.to()) : Collections.emptyIterator());
        }

        private AwaitedDocuments awaited(Interval interval, long from) {
            return awaited.any()
                    ? new AwaitedDocuments(
                            expected(meanwhile, interval, from).iterator(),
                            expected(published, interval, from).iterator(),
                            awaited.since())
                    : AwaitedDocuments.NONE;
        }

        private Stream<ExpectedDocument> expected(NaiveOracle by, Interval interval, long from) {
            return ExpectedFields.of(by, interval)
                    .filter(document -> document.openTime() >= from && selection.holds(document.openTime()));
        }
    }
}

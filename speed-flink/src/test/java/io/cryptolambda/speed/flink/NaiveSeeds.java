package io.cryptolambda.speed.flink;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.BarSeeds.SeedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The seeds that a batch run writes, from the whole log before its K. */
public final class NaiveSeeds {
    private static final int PARTITION = 3;

    private NaiveSeeds() {}

    /** One for each rolled-up interval, finest first. */
    public static List<BarSeeds> of(List<LoggedCandle> log, long k, String runId) {
        List<LoggedCandle> known =
                log.stream().filter(logged -> logged.position() < k).toList();
        List<LoggedCandle> winners = new NaiveOracle(known, PARTITION).winners();
        return Interval.ROLLED_UP.stream()
                .map(interval -> seeds(interval, winners, k, runId))
                .toList();
    }

    private static BarSeeds seeds(Interval interval, List<LoggedCandle> winners, long k, String runId) {
        long newest = winners.get(winners.size() - 1).openTime();
        List<SeedBar> all = new ArrayList<>();
        winners.stream()
                .collect(Collectors.groupingBy(
                        winner -> interval.openTime(winner.openTime()), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(inside -> all.add(bar(interval, inside, newest)));
        SeedBar last = all.get(all.size() - 1);
        int count = BarSeeds.maxClosed(interval) + (last.closed() ? 0 : 1);
        List<SeedBar> bars = all.subList(Math.max(0, all.size() - count), all.size());
        String symbol = winners.get(0).candle().symbol();
        return new BarSeeds("binance", symbol, interval, runId, PARTITION, k, bars.size() == all.size(), bars);
    }

    private static SeedBar bar(Interval interval, List<LoggedCandle> inside, long newest) {
        Bar bar = Bar.of(inside.get(0).candle()).in(interval);
        for (LoggedCandle candle : inside.subList(1, inside.size())) {
            bar = bar.followedBy(Bar.of(candle.candle()));
        }
        LoggedCandle latest = inside.stream()
                .max(Comparator.comparingLong(LoggedCandle::position))
                .orElseThrow();
        return new SeedBar(bar, latest.position(), latest.appendTime(), bar.hasLastMinute() || newest >= bar.end());
    }
}

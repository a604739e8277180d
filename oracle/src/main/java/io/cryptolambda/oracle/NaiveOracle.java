package io.cryptolambda.oracle;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every document of one symbol as a pure function of its log, late records included: the full truth that batch publishes
 * and that the speed layer reaches within its horizon. All are complete.
 */
public final class NaiveOracle {
    private static final int FEATURE_LOOKBACK = 61;
    private static final int INDICATOR_LOOKBACK = 400;

    private final List<LoggedCandle> log;
    private final int partition;
    private final List<LoggedCandle> winners;

    /**
     * @param log the symbol's valid records in log order
     * @param partition the partition of the raw topic that they are in
     */
    public NaiveOracle(List<LoggedCandle> log, int partition) {
        this.log = List.copyOf(log);
        this.partition = partition;
        this.winners = Winners.of(log);
    }

    /** The winning record of each candle, in open-time order. */
    public List<LoggedCandle> winners() {
        return winners;
    }

    /** The candles with features in open-time order, computed as they are taken. */
    public Stream<EnrichedCandle> candles() {
        return IntStream.range(0, winners.size()).mapToObj(this::candle);
    }

    /**
     * One candle with features.
     *
     * @param openTime epoch milliseconds UTC
     */
    public Optional<EnrichedCandle> candle(long openTime) {
        return IntStream.range(0, winners.size())
                .filter(i -> winners.get(i).openTime() == openTime)
                .mapToObj(this::candle)
                .findFirst();
    }

    /** The bars of a rolled-up interval with indicators in open-time order, computed as they are taken. */
    public Stream<EnrichedBar> bars(Interval interval) {
        return bars(interval, NaiveBar.of(interval, winners), 0);
    }

    /**
     * One bar with indicators.
     *
     * @param openTime epoch milliseconds UTC
     */
    public Optional<EnrichedBar> bar(Interval interval, long openTime) {
        List<NaiveBar> until = NaiveBar.of(interval, winners).stream()
                .filter(bar -> bar.openTime() <= openTime)
                .toList();
        int last = until.size() - 1;
        if (last < 0 || until.get(last).openTime() != openTime) {
            return Optional.empty();
        }
        List<NaiveBar> lookback = until.subList(Math.max(0, last + 1 - INDICATOR_LOOKBACK), last + 1);
        return bars(interval, lookback, lookback.size() - 1).findFirst();
    }

    private Stream<EnrichedBar> bars(Interval interval, List<NaiveBar> bars, int first) {
        List<LoggedCandle> newestOfBars =
                bars.stream().map(bar -> newest(bar.candles().stream())).toList();
        List<BarValues> values =
                bars.stream().map(bar -> BarValues.of(bar.market())).toList();
        return IntStream.range(first, bars.size()).mapToObj(i -> {
            int from = Math.max(0, i + 1 - INDICATOR_LOOKBACK);
            NaiveBar bar = bars.get(i);
            Optional<LoggedCandle> closer = bar.hasLastMinute() ? Optional.empty() : firstFrom(bar.end());
            LoggedCandle newest = newest(Stream.concat(newestOfBars.subList(from, i + 1).stream(), closer.stream()));
            Candle candle = bar.candles().get(0).candle();
            return new EnrichedBar(
                    candle.exchange(),
                    candle.symbol(),
                    bar.toBar(interval),
                    bar.hasLastMinute() || closer.isPresent(),
                    NaiveIndicators.of(values.subList(from, i + 1)),
                    newest.position(),
                    newest.appendTime(),
                    partition,
                    true);
        });
    }

    private EnrichedCandle candle(int i) {
        List<LoggedCandle> lookback = winners.subList(Math.max(0, i + 1 - FEATURE_LOOKBACK), i + 1);
        List<Candle> known = lookback.stream().map(LoggedCandle::candle).toList();
        LoggedCandle winner = winners.get(i);
        LoggedCandle newest = newest(lookback.stream());
        return new EnrichedCandle(
                winner.candle(),
                NaiveFeatures.of(known),
                winner.position(),
                newest.position(),
                newest.appendTime(),
                partition,
                true,
                false);
    }

    /** The record that moved the symbol's newest open time to {@code time} or beyond. */
    private Optional<LoggedCandle> firstFrom(long time) {
        return log.stream().filter(logged -> logged.openTime() >= time).findFirst();
    }

    private static LoggedCandle newest(Stream<LoggedCandle> contributing) {
        return contributing
                .max(Comparator.comparingLong(LoggedCandle::position))
                .orElseThrow();
    }
}

package io.cryptolambda.local.lambda.verify.oracle;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every document of one symbol as a pure function of its log, late records included: the full truth that batch publishes
 * and that the speed layer reaches within its horizon.
 */
public final class NaiveOracle {
    private static final int FEATURE_LOOKBACK = 61;
    private static final int INDICATOR_LOOKBACK = 400;

    private final List<LoggedCandle> log;
    private final List<LoggedCandle> candles;

    /** @param log the symbol's valid records in log order */
    public NaiveOracle(List<LoggedCandle> log) {
        this.log = List.copyOf(log);
        this.candles = Winners.of(log);
    }

    /** The documents of {@code interval} in open-time order, computed as they are taken. */
    public Stream<ExpectedDocument> documents(Interval interval) {
        return interval == Interval.ONE_MINUTE ? minutes() : bars(interval);
    }

    private Stream<ExpectedDocument> minutes() {
        return IntStream.range(0, candles.size()).mapToObj(i -> {
            List<LoggedCandle> lookback = candles.subList(Math.max(0, i + 1 - FEATURE_LOOKBACK), i + 1);
            List<Candle> known = lookback.stream().map(LoggedCandle::candle).toList();
            return Fields.minute(candles.get(i).candle(), NaiveFeatures.of(known), newest(lookback.stream()));
        });
    }

    private Stream<ExpectedDocument> bars(Interval interval) {
        List<NaiveBar> bars = NaiveBar.of(interval, candles);
        List<LoggedCandle> newestOfBars =
                bars.stream().map(bar -> newest(bar.candles().stream())).toList();
        return IntStream.range(0, bars.size()).mapToObj(i -> {
            int from = Math.max(0, i + 1 - INDICATOR_LOOKBACK);
            List<Double> closes =
                    bars.subList(from, i + 1).stream().map(NaiveBar::close).toList();
            NaiveBar bar = bars.get(i);
            Optional<LoggedCandle> closer = bar.hasLastMinute() ? Optional.empty() : firstFrom(bar.end());
            boolean closed = bar.hasLastMinute() || closer.isPresent();
            LoggedCandle newest = newest(Stream.concat(newestOfBars.subList(from, i + 1).stream(), closer.stream()));
            return Fields.bar(interval, bar, closed, NaiveIndicators.of(closes), newest);
        });
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

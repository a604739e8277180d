package io.cryptolambda.speed.kstreams.candles;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Features;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The documents as the contract defines them: a pure function of the log, by plain loops over whole lists. Records beyond
 * the horizon are left out, {@code complete} is taken to be true.
 */
final class NaiveFeatures {
    private NaiveFeatures() {}

    /** The final document of every candle, in open-time order. */
    static List<EnrichedCandle> of(List<LoggedCandle> log, long horizonMillis, int partition) {
        List<LoggedCandle> winners = List.copyOf(winners(log, horizonMillis).values());
        return IntStream.range(0, winners.size())
                .mapToObj(i -> document(winners.subList(Math.max(0, i - 60), i + 1), partition))
                .toList();
    }

    private static TreeMap<Long, LoggedCandle> winners(List<LoggedCandle> log, long horizonMillis) {
        TreeMap<Long, LoggedCandle> winners = new TreeMap<>();
        for (LoggedCandle logged : log) {
            long openTime = logged.candle().openTime();
            boolean late = !winners.isEmpty() && openTime < winners.lastKey() - horizonMillis;
            LoggedCandle winner = winners.get(openTime);
            if (!late && (winner == null || !winner.candle().sameValues(logged.candle()))) {
                winners.put(openTime, logged);
            }
        }
        return winners;
    }

    private static EnrichedCandle document(List<LoggedCandle> lookback, int partition) {
        LoggedCandle own = lookback.get(lookback.size() - 1);
        LoggedCandle newest = own;
        for (LoggedCandle logged : lookback) {
            newest = logged.position() > newest.position() ? logged : newest;
        }
        return new EnrichedCandle(
                own.candle(),
                features(lookback.stream().map(LoggedCandle::candle).toList()),
                own.position(),
                newest.position(),
                newest.appendTime(),
                partition,
                true,
                false);
    }

    private static Features features(List<Candle> lookback) {
        int size = lookback.size();
        return new Features(
                size < 2 ? null : logReturn(lookback, size - 1),
                size < 61 ? null : volatility(lookback),
                size < 60 ? null : vwap(lookback.subList(size - 60, size)),
                size < 2
                        ? null
                        : (lookback.get(size - 1).openTime()
                                                - lookback.get(size - 2).openTime())
                                        / 60_000
                                - 1,
                size);
    }

    private static double logReturn(List<Candle> candles, int i) {
        double close = candles.get(i).market().close().doubleValue();
        return StrictMath.log(close / candles.get(i - 1).market().close().doubleValue());
    }

    private static double volatility(List<Candle> lookback) {
        double sum = 0;
        for (int i = 1; i < lookback.size(); i++) {
            sum += logReturn(lookback, i);
        }
        double mean = sum / 60;
        double squares = 0;
        for (int i = 1; i < lookback.size(); i++) {
            double deviation = logReturn(lookback, i) - mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / 59);
    }

    private static double vwap(List<Candle> candles) {
        double quote = 0;
        double base = 0;
        for (Candle candle : candles) {
            quote += candle.market().quoteVolume().doubleValue();
            base += candle.market().volume().doubleValue();
        }
        return quote / base;
    }
}

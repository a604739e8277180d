package io.cryptolambda.local.lambda.verify.oracle;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The rolling features of DESIGN section 2, each from its own slice of the lookback. */
final class NaiveFeatures {
    private static final int WINDOW = 60;
    private static final long MINUTE = 60_000;

    private NaiveFeatures() {}

    /** The features of the last candle of {@code lookback}: the existing candles up to it in open-time order, 1 to 61. */
    static Features of(List<Candle> lookback) {
        int n = lookback.size();
        double[] returns = IntStream.range(1, n)
                .mapToDouble(i -> StrictMath.log(close(lookback.get(i)) / close(lookback.get(i - 1))))
                .toArray();
        return new Features(
                n < 2 ? null : finite(returns[returns.length - 1]),
                n < WINDOW + 1 ? null : finite(sampleDeviation(returns)),
                n < WINDOW ? null : finite(vwap(lookback.subList(n - WINDOW, n))),
                n < 2 ? null : gapMinutes(lookback.get(n - 2), lookback.get(n - 1)),
                n);
    }

    private static double sampleDeviation(double[] values) {
        double mean = sum(DoubleStream.of(values)) / values.length;
        double squares = sum(DoubleStream.of(values).map(value -> (value - mean) * (value - mean)));
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double vwap(List<Candle> candles) {
        return sum(candles, MarketValues::quoteVolume) / sum(candles, MarketValues::volume);
    }

    private static double sum(List<Candle> candles, Function<MarketValues, BigDecimal> value) {
        return sum(candles.stream()
                .mapToDouble(candle -> value.apply(candle.market()).doubleValue()));
    }

    /** One after the other; {@code DoubleStream.sum} would compensate rounding, which the definition does not. */
    private static double sum(DoubleStream values) {
        return values.reduce(0, Double::sum);
    }

    private static long gapMinutes(Candle previous, Candle candle) {
        return (candle.openTime() - previous.openTime()) / MINUTE - 1;
    }

    private static double close(Candle candle) {
        return candle.market().close().doubleValue();
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}

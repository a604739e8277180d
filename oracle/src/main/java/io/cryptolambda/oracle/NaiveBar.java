package io.cryptolambda.oracle;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The 1-minute candles inside one bar; every value of the bar is read off them.
 *
 * @param openTime epoch milliseconds UTC, on the interval's grid
 * @param end exclusive end, epoch milliseconds UTC
 * @param candles winning records in open-time order, at least one
 */
record NaiveBar(long openTime, long end, List<LoggedCandle> candles) {
    private static final long MINUTE = 60_000;

    /** The bars of {@code interval} in open-time order; where there is no candle there is no bar. */
    static List<NaiveBar> of(Interval interval, List<LoggedCandle> candles) {
        long length = interval.millis();
        Map<Long, List<LoggedCandle>> byOpenTime = candles.stream()
                .collect(Collectors.groupingBy(
                        candle -> candle.openTime() - candle.openTime() % length, TreeMap::new, Collectors.toList()));
        return byOpenTime.entrySet().stream()
                .map(bar -> new NaiveBar(bar.getKey(), bar.getKey() + length, bar.getValue()))
                .toList();
    }

    MarketValues market() {
        return new MarketValues(
                first().candle().market().open(),
                extreme(MarketValues::high, Comparator.naturalOrder()),
                extreme(MarketValues::low, Comparator.reverseOrder()),
                last().candle().market().close(),
                sum(MarketValues::volume),
                sum(MarketValues::quoteVolume),
                candles.stream()
                        .mapToLong(candle -> candle.candle().market().trades())
                        .sum(),
                sum(MarketValues::takerBuyVolume),
                sum(MarketValues::takerBuyQuoteVolume));
    }

    Bar toBar(Interval interval) {
        return new Bar(interval, openTime, last().candle().closeTime(), market(), candles.size());
    }

    boolean hasLastMinute() {
        return last().openTime() == end - MINUTE;
    }

    private LoggedCandle first() {
        return candles.get(0);
    }

    private LoggedCandle last() {
        return candles.get(candles.size() - 1);
    }

    private BigDecimal extreme(Function<MarketValues, BigDecimal> value, Comparator<BigDecimal> order) {
        return candles.stream()
                .map(candle -> value.apply(candle.candle().market()))
                .max(order)
                .orElseThrow();
    }

    private BigDecimal sum(Function<MarketValues, BigDecimal> value) {
        return candles.stream()
                .map(candle -> value.apply(candle.candle().market()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

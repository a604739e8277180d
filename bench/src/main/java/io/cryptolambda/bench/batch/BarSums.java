package io.cryptolambda.bench.batch;

import io.cryptolambda.core.Interval;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run gave, small enough to be printed and compared: per interval the number of bars and the exact sum of each
 * column over all of them. Decimals are in units of 1e-8.
 */
final class BarSums implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Open, high, low, close, volume, quote volume, the taker's two, trades, candles. */
    static final int COLUMNS = 10;

    private static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;
        private long bars;
        private final BigInteger[] sums = new BigInteger[COLUMNS];

        private Line() {
            Arrays.fill(sums, BigInteger.ZERO);
        }
    }

    private final TreeMap<Interval, Line> lines = new TreeMap<>();
    private final IndicatorSums indicators = new IndicatorSums();

    /** The sums of indicators, where they were asked for. */
    IndicatorSums indicators() {
        return indicators;
    }

    /** Adds the sums over some bars of an interval. */
    void add(Interval interval, long bars, BigInteger[] sums) {
        Line line = lines.computeIfAbsent(interval, any -> new Line());
        line.bars += bars;
        for (int i = 0; i < COLUMNS; i++) {
            line.sums[i] = line.sums[i].add(sums[i]);
        }
    }

    BarSums plus(BarSums other) {
        other.lines.forEach((interval, line) -> add(interval, line.bars, line.sums));
        indicators.add(other.indicators);
        return this;
    }

    /** Number of bars of all intervals. */
    long bars() {
        return lines.values().stream().mapToLong(line -> line.bars).sum();
    }

    @Override
    public String toString() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ":" + line.getValue().bars + ":"
                        + Arrays.stream(line.getValue().sums)
                                .map(BigInteger::toString)
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }
}

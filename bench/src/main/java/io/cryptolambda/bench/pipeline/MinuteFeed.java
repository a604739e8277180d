package io.cryptolambda.bench.pipeline;

import io.cryptolambda.bench.data.RandomMinutes;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Made-up candles of many symbols, minute by minute, and what the last documents of each must hold. */
final class MinuteFeed {
    private static final long START = 1_704_067_200_000L;
    private static final long SEED = 9;

    private final List<Line> lines = new ArrayList<>();

    /** One symbol. */
    private static final class Line {
        private final String name;
        private final RandomMinutes minutes;
        private final Map<Interval, Newest> newest = new EnumMap<>(Interval.class);

        private Line(int number) {
            this.name = String.format(Locale.ROOT, "SYM%04dUSDT", number);
            this.minutes = new RandomMinutes(number, START, SEED);
        }
    }

    /**
     * The newest bar of a symbol as it must be once everything is through.
     *
     * @param openTime epoch milliseconds UTC
     * @param candles candles in it
     */
    record Newest(String symbol, Interval interval, long openTime, int candles) {}

    MinuteFeed(int symbols) {
        for (int number = 0; number < symbols; number++) {
            lines.add(new Line(number));
        }
    }

    int symbols() {
        return lines.size();
    }

    List<String> names() {
        return lines.stream().map(line -> line.name).toList();
    }

    /** The next candle of a symbol. */
    Candle next(int symbol) {
        Line line = lines.get(symbol);
        line.minutes.next();
        Candle candle = line.minutes.candle(line.name);
        for (Interval interval : Interval.values()) {
            long open = interval.openTime(candle.openTime());
            line.newest.merge(
                    interval,
                    new Newest(line.name, interval, open, 1),
                    (old, one) ->
                            old.openTime() == open ? new Newest(line.name, interval, open, old.candles() + 1) : one);
        }
        return candle;
    }

    /** The newest documents of all symbols, by which the end of a run is seen. */
    List<Newest> newest() {
        return lines.stream().flatMap(line -> line.newest.values().stream()).toList();
    }
}

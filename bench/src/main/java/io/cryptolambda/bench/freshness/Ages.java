package io.cryptolambda.bench.freshness;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How old the candles of a stretch of time were when they were seen, from the moment at which their closing message was due.
 * Every candle counts, seen or not.
 */
public final class Ages {
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    private final Histogram told = new Histogram(DIGITS);
    private final Map<Sight, Histogram> seen = new EnumMap<>(Sight.class);
    private final Map<Sight, Long> missing = new EnumMap<>(Sight.class);

    /**
     * @param from start of the stretch, by {@link System#nanoTime}
     * @param to its end
     * @param watched whether a candle of the symbol is one that the API was asked for
     */
    public Ages(Symbols symbols, long from, long to, Sampling watched) {
        for (Sight sight : Sight.values()) {
            seen.put(sight, new Histogram(DIGITS));
            missing.put(sight, 0L);
        }
        for (String name : symbols.names()) {
            Symbol symbol = symbols.get(name);
            for (Symbol.Closing closing : symbol.closings(from, to)) {
                record(told, closing.told() - closing.due());
                for (Sight sight : Sight.values()) {
                    if (!sight.sampled || watched.of(name, closing.openTime())) {
                        add(sight, symbol, closing);
                    }
                }
            }
        }
    }

    private void add(Sight sight, Symbol symbol, Symbol.Closing closing) {
        Optional<Long> when = symbol.seen(sight, closing);
        if (when.isPresent()) {
            record(seen.get(sight), when.get() - closing.due());
        } else {
            missing.merge(sight, 1L, Long::sum);
        }
    }

    /** How late the exchange itself was. */
    Histogram told() {
        return told;
    }

    /** Microseconds from the due time, of the candles seen there. */
    public Histogram of(Sight sight) {
        return seen.get(sight);
    }

    /** Candles that were not seen. */
    public long missing(Sight sight) {
        return missing.get(sight);
    }

    /** Candles not seen, wherever. */
    long missing() {
        return missing.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A percentile in milliseconds. */
    public static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }
}

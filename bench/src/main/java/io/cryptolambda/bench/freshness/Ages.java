package io.cryptolambda.bench.freshness;

import io.cryptolambda.bench.report.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
    private static final double[] SHOWN = {50, 99, 99.9, 100};

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
    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** A table for rows of {@link #add}. */
    public static TextTable table(String since) {
        return new TextTable("ms after " + since, "p50", "p99", "p99.9", "most", "candles", "missing");
    }

    /** Adds a row; where nothing was seen there is no age to tell. */
    public static void add(TextTable table, String what, Histogram ages, long missing) {
        List<String> row = new ArrayList<>(List.of(what));
        for (double percentile : SHOWN) {
            row.add(ages.getTotalCount() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", millis(ages, percentile)));
        }
        row.add(Long.toString(ages.getTotalCount()));
        row.add(Long.toString(missing));
        table.add(row.toArray(String[]::new));
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }
}

package io.cryptolambda.batch.row;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * What belongs together in a pass.
 *
 * @param symbol the exchange's symbol
 * @param interval its interval as text; empty where a pass is over whole symbols
 */
public record SeriesKey(String symbol, String interval) implements Comparable<SeriesKey> {

    /** A whole symbol. */
    public static SeriesKey of(String symbol) {
        return new SeriesKey(symbol, "");
    }

    /** In the order in which Spark sorts text, which is not Java's. */
    @Override
    public int compareTo(SeriesKey other) {
        return symbol.equals(other.symbol) ? compare(interval, other.interval) : compare(symbol, other.symbol);
    }

    private static int compare(String one, String other) {
        return UTF8String.fromString(one).compareTo(UTF8String.fromString(other));
    }
}

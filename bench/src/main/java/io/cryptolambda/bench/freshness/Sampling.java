package io.cryptolambda.bench.freshness;

import io.cryptolambda.core.Interval;
import java.util.List;

/**
 * Which candles the API is asked for: a few symbols each minute, others in the next one.
 *
 * @param names all symbols
 * @param each how many of them a minute
 */
public record Sampling(List<String> names, int each) {

    boolean of(String name, long openTime) {
        int symbol = names.indexOf(name);
        long minute = openTime / Interval.ONE_MINUTE.millis();
        // A stride that shares no factor with usual numbers of symbols, so that the partitions take turns.
        long first = minute * each * 7 % names.size();
        return Math.floorMod(symbol - first, names.size()) % 7 == 0
                && Math.floorMod(symbol - first, names.size()) / 7 < each;
    }
}

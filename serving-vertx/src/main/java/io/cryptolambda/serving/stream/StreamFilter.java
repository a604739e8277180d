package io.cryptolambda.serving.stream;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.tail.SeriesKey;
import java.util.Set;

/**
 * What a client wants to hear of.
 *
 * @param symbols empty for all
 * @param intervals empty for all
 */
public record StreamFilter(Set<String> symbols, Set<Interval> intervals) {
    boolean matches(SeriesKey key) {
        return (symbols.isEmpty() || symbols.contains(key.symbol()))
                && (intervals.isEmpty() || intervals.contains(key.interval()));
    }
}

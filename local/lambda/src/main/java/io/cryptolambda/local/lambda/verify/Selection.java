package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which documents are compared. Their lookbacks reach further: what a symbol's log holds is read whole.
 *
 * @param symbols the exchange's symbols; empty for all
 * @param intervals the intervals
 * @param from first open time, epoch milliseconds UTC
 * @param to end of the open times, exclusive
 * @param sample how many symbols to draw; 0 for all of them
 * @param seed of the draw
 */
record Selection(Set<String> symbols, Set<Interval> intervals, long from, long to, int sample, long seed) {
    /** Whether nothing is left out. */
    boolean complete() {
        return everySymbol() && intervals.size() == Interval.values().length && from == 0 && to == Long.MAX_VALUE;
    }

    Selection {
        symbols = Set.copyOf(symbols);
        intervals = Set.copyOf(intervals);
    }

    /** Whether every symbol is compared. */
    boolean everySymbol() {
        return symbols.isEmpty() && sample == 0;
    }

    /**
     * Of symbols with their partitions those that are compared.
     *
     * @throws IllegalArgumentException if one that was asked for is not among them
     */
    SortedMap<String, Integer> of(SortedMap<String, Integer> served) {
        SortedMap<String, Integer> chosen = new TreeMap<>(served);
        if (!symbols.isEmpty()) {
            Set<String> unknown = new TreeSet<>(symbols);
            unknown.removeAll(served.keySet());
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("nothing is served of " + String.join(", ", unknown));
            }
            chosen.keySet().retainAll(symbols);
        }
        SplittableRandom random = new SplittableRandom(seed);
        while (sample > 0 && chosen.size() > sample) {
            chosen.remove(List.copyOf(chosen.keySet()).get(random.nextInt(chosen.size())));
        }
        return chosen;
    }

    boolean holds(long openTime) {
        return openTime >= from && openTime < to;
    }
}

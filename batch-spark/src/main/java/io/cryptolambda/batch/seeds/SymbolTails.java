package io.cryptolambda.batch.seeds;

import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Interval;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * From where on a symbol has the last bars of each interval that seeds may need, and how many bars it has in all. Takes the
 * symbol's days in order and holds those that reach so far back.
 */
final class SymbolTails {
    private final List<Deque<DaySummary>> last = Stream.generate(() -> (Deque<DaySummary>) new ArrayDeque<DaySummary>())
            .limit(Interval.ROLLED_UP.size())
            .toList();
    private final long[] held = new long[last.size()];
    private final long[] total = new long[last.size()];

    /**
     * What was found, per interval in the order of {@link Interval#ROLLED_UP}.
     *
     * @param from the day's beginning, epoch milliseconds UTC
     * @param total number of bars
     */
    record Tails(String symbol, long[] from, long[] total) implements Serializable {}

    void add(DaySummary day) {
        for (int i = 0; i < held.length; i++) {
            Deque<DaySummary> days = last.get(i);
            int most = BarSeeds.maxClosed(Interval.ROLLED_UP.get(i));
            days.add(day);
            held[i] += day.bars().get(i);
            total[i] += day.bars().get(i);
            while (held[i] - days.getFirst().bars().get(i) > most) {
                held[i] -= days.remove().bars().get(i);
            }
        }
    }

    /** What was found; at least one day must have been taken. */
    Tails tails() {
        long[] from = last.stream().mapToLong(days -> days.getFirst().day()).toArray();
        return new Tails(last.get(0).getLast().symbol(), from, Arrays.copyOf(total, total.length));
    }
}

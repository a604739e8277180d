package io.cryptolambda.batch.view;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.BarSeeds.SeedBar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;

/** The seeds of one symbol and interval, from its last bars. Holds no more than the seeds themselves. */
public final class LastBars {
    private final Deque<RolledBar> last = new ArrayDeque<>();

    /** Takes the next bar, in open-time order. */
    public void add(RolledBar bar) {
        last.add(bar);
        if (last.size() > BarSeeds.maxClosed(bar.bar().interval()) + 1) {
            last.remove();
        }
    }

    /**
     * The seeds; at least one bar must have been taken.
     *
     * @param total number of bars that the symbol has
     * @param k end position of each partition
     */
    public BarSeeds seeds(long total, String runId, SortedMap<Integer, Long> k) {
        RolledBar newest = last.getLast();
        if (newest.closed() && last.size() > BarSeeds.maxClosed(newest.bar().interval())) {
            last.remove();
        }
        int partition = newest.position().partition();
        List<SeedBar> seeds = last.stream()
                .map(bar -> new SeedBar(
                        bar.bar(), bar.position().asOf(), bar.position().appendTime(), bar.closed()))
                .toList();
        return new BarSeeds(
                newest.exchange(),
                newest.symbol(),
                newest.bar().interval(),
                runId,
                partition,
                k.getOrDefault(partition, 0L),
                seeds.size() == total,
                seeds);
    }
}

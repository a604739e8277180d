package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the seeds of one run. They come one interval at a time and, from several partitions, in any order; bars of
 * different runs cannot be rolled up into each other, so they are taken together.
 */
final class WaitingSeeds {
    private final BarStore store;

    WaitingSeeds(BarStore store) {
        this.store = store;
    }

    /** Takes seeds; all of their run's, and none waits any more, once these are the last. */
    Optional<SeedRun> add(BarSeeds seeds) {
        BarSeeds before = store.waitingSeeds(seeds.interval());
        if (before != null && Foundation.of(before).compareTo(Foundation.of(seeds)) >= 0) {
            return Optional.empty();
        }
        store.putWaiting(seeds);
        List<BarSeeds> run = new ArrayList<>();
        for (Interval interval : Interval.ROLLED_UP) {
            BarSeeds waiting = interval == seeds.interval() ? seeds : store.waitingSeeds(interval);
            if (waiting == null || !Foundation.of(waiting).equals(Foundation.of(seeds))) {
                return Optional.empty();
            }
            run.add(waiting);
        }
        store.clearWaiting();
        return Optional.of(new SeedRun(run));
    }
}

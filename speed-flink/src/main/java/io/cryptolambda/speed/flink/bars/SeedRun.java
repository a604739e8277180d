package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.BarSeeds.SeedBar;
import io.cryptolambda.core.Interval;
import java.util.List;

/**
 * The seeds of one symbol by one run.
 *
 * @param seeds one for each rolled-up interval, finest first
 */
record SeedRun(List<BarSeeds> seeds) {

    BarSeeds of(Interval interval) {
        return seeds.get(Interval.ROLLED_UP.indexOf(interval));
    }

    Foundation foundation() {
        return Foundation.of(seeds.get(0));
    }

    /** Open time of the newest candle that the run knows, epoch milliseconds UTC. */
    long newestOpenTime() {
        return last(seeds.get(0)).bar().lastMinute();
    }

    /** Whether the bars can be what they say: in order, on the grid, the last one alone open, the same newest candle. */
    boolean isConsistent() {
        return seeds.stream().allMatch(SeedRun::isOrdered)
                && seeds.stream().allMatch(rung -> last(rung).bar().lastMinute() == newestOpenTime());
    }

    private static boolean isOrdered(BarSeeds seeds) {
        if (seeds.bars().isEmpty()) {
            return false;
        }
        long before = Long.MIN_VALUE;
        for (SeedBar seed : seeds.bars()) {
            Bar bar = seed.bar();
            boolean fits = bar.interval().openTime(bar.openTime()) == bar.openTime()
                    && bar.closeTime() >= bar.openTime()
                    && bar.closeTime() < bar.end();
            boolean closedIfNotLast = seed.closed() || seed == last(seeds);
            if (bar.openTime() <= before || !fits || !closedIfNotLast) {
                return false;
            }
            before = bar.openTime();
        }
        return true;
    }

    private static SeedBar last(BarSeeds seeds) {
        return seeds.bars().get(seeds.bars().size() - 1);
    }
}

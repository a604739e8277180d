package io.cryptolambda.batch.view;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;

/** One rung of the roll-up ladder: the bar in progress of one interval, and the lookback behind it. */
final class BarRung {

    /**
     * A bar that nothing more will be added to.
     *
     * @param bar the bar
     * @param contents the latest winning record among its candles
     * @param lookback the latest winning record among all candles of its lookback
     * @param indicators its indicators
     */
    record Finished(Bar bar, LogPosition contents, LogPosition lookback, Indicators indicators) {}

    private final Interval interval;
    private final BarLookback lookback = new BarLookback();
    private Bar current;
    private LogPosition latest;

    BarRung(Interval interval) {
        this.interval = interval;
    }

    /** Continues the bar in progress with a finer one of the same interval, or begins one. */
    void add(Bar finer, LogPosition contents) {
        current = current == null ? finer.in(interval) : current.followedBy(finer);
        latest = contents.orLater(latest);
    }

    /** Whether a bar is in progress that ends at or before {@code time}, epoch milliseconds UTC. */
    boolean endsBy(long time) {
        return current != null && current.end() <= time;
    }

    /** Takes the bar in progress, of which there must be one, off the rung. */
    Finished finish() {
        Indicators indicators = lookback.add(current, latest);
        Finished finished = new Finished(current, latest, lookback.latest(), indicators);
        current = null;
        latest = null;
        return finished;
    }
}

package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;

/**
 * The bars of one symbol and interval. The newest one is held here, in progress or not; all before it are closed and
 * lie in the store, what indicators need of them in memory. A candle that only grows the newest bar costs constant time.
 */
final class BarLine {
    // Pruned in strides, so that the arrays are not moved at every bar.
    private static final int PRUNE_STRIDE = 32;

    private final Interval interval;
    private final BarStore store;
    private final BarSeries closed = new BarSeries();
    private Bar newest;
    private IndicatorPrefix prefix;

    BarLine(Interval interval, BarStore store) {
        this.interval = interval;
        this.store = store;
    }

    /** Receives each bar whose document changed. */
    interface Changes {
        void add(Bar bar, boolean closed, Indicators indicators);
    }

    /** Restores the newest bar. */
    void restoreNewest(Bar bar) {
        newest = bar;
    }

    /** Restores a closed bar, in any order. */
    void restoreClosed(Bar bar) {
        closed.put(bar);
    }

    Bar newest() {
        return newest;
    }

    /** The bar at {@code openTime}; null where none. */
    Bar get(long openTime) {
        if (newest != null && newest.openTime() == openTime) {
            return newest;
        }
        return closed.contains(openTime) ? store.get(interval, openTime) : null;
    }

    /** Continues the newest bar with the symbol's newest candle, or closes it and opens the next. */
    void append(Bar minute, Changes changes) {
        if (newest == null) {
            newest = minute.in(interval);
        } else if (minute.openTime() < newest.end()) {
            newest = newest.followedBy(minute);
        } else {
            closeNewest(changes);
            newest = minute.in(interval);
        }
        changes.add(newest, newest.hasLastMinute(), prefix().with(newest.market()));
    }

    /** Puts a bar that was rolled up again; every bar that has it in its lookback changes with it. */
    void revise(Bar bar, Changes changes) {
        int first = closed.size();
        if (bar.openTime() == newest.openTime()) {
            newest = bar;
        } else {
            store.put(bar);
            first = closed.put(bar);
            prefix = null;
        }
        int end = Math.min(first + Indicators.LOOKBACK, closed.size());
        for (int i = first; i < end; i++) {
            Bar changed = i == first ? bar : store.get(interval, closed.openTime(i));
            changes.add(changed, true, IndicatorPrefix.before(closed, i).with(changed.market()));
        }
        if (closed.size() < first + Indicators.LOOKBACK) {
            changes.add(newest, newest.hasLastMinute(), prefix().with(newest.market()));
        }
    }

    /**
     * Forgets bars that nothing can need again.
     *
     * @param lookbackFrom oldest open time whose bar may still change: it needs a lookback before it
     * @param rollUpFrom oldest open time that may still be rolled up into the next coarser bar
     */
    void prune(long lookbackFrom, long rollUpFrom) {
        int unneeded =
                Math.min(closed.countBefore(lookbackFrom) - (Indicators.LOOKBACK - 1), closed.countBefore(rollUpFrom));
        if (unneeded >= PRUNE_STRIDE) {
            for (int i = 0; i < unneeded; i++) {
                store.remove(interval, closed.openTime(i));
            }
            closed.dropOldest(unneeded);
        }
    }

    private void closeNewest(Changes changes) {
        store.put(newest);
        // Where its last minute is in, its document says closed already.
        if (!newest.hasLastMinute()) {
            changes.add(newest, true, prefix().with(newest.market()));
        }
        closed.put(newest);
        prefix = null;
    }

    private IndicatorPrefix prefix() {
        if (prefix == null) {
            prefix = IndicatorPrefix.before(closed, closed.size());
        }
        return prefix;
    }
}

package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * The bars of one symbol and interval. The newest one is held here, in progress or not; all before it are closed and
 * lie in the store, what indicators need of them in memory. A candle that only grows the newest bar costs constant time.
 */
final class BarLine {
    // Pruned in strides, so that the arrays are not moved at every bar.
    private static final int PRUNE_STRIDE = 32;

    private final Interval interval;
    private final BarStore store;
    private BarSeries closed = new BarSeries();
    private KnownBar newest;
    private boolean whole;
    private long retainedFrom = LineHead.NONE_FORGOTTEN;
    private IndicatorPrefix prefix;

    BarLine(Interval interval, BarStore store) {
        this.interval = interval;
        this.store = store;
    }

    /** Receives each bar whose document changed. */
    interface Changes {
        /** @param lookbackHeld whether all bars of its lookback, or all since the symbol's first, are held */
        void add(Bar bar, boolean closed, Indicators indicators, AsOf asOf, boolean lookbackHeld);
    }

    /** Restores all but the closed bars. */
    void restore(LineHead head) {
        newest = head.newest();
        whole = head.whole();
        retainedFrom = head.retainedFrom();
    }

    /** Restores a closed bar, in any order. */
    void restoreClosed(Bar bar) {
        closed.put(bar);
    }

    LineHead head() {
        return new LineHead(newest, whole, retainedFrom);
    }

    /** The newest bar; null before the first. */
    KnownBar newest() {
        return newest;
    }

    /** The bar at {@code openTime}; null where none. */
    Bar get(long openTime) {
        if (newest != null && newest.openTime() == openTime) {
            return newest.bar();
        }
        return closed.contains(openTime) ? store.bar(interval, openTime).bar() : null;
    }

    /** Whether a bar at {@code openTime} and all after it would be held. */
    boolean reaches(long openTime) {
        return whole || (closed.size() > 0 ? closed.openTime(0) : newest.openTime()) <= openTime;
    }

    /** Whether no bar from {@code openTime} on was forgotten. */
    boolean retains(long openTime) {
        return retainedFrom <= interval.openTime(openTime);
    }

    /** Begins with the symbol's very first candle. */
    void beginWhole() {
        whole = true;
    }

    /** Continues the newest bar with the symbol's newest candle, or closes it and opens the next. */
    void append(Bar minute, AsOf asOf, Changes changes) {
        if (newest == null) {
            newest = new KnownBar(minute.in(interval), asOf);
        } else if (minute.openTime() < newest.bar().end()) {
            newest = new KnownBar(newest.bar().followedBy(minute), asOf);
        } else {
            closeNewest(asOf, changes);
            newest = new KnownBar(minute.in(interval), asOf);
        }
        addNewest(asOf, changes);
    }

    /** Puts a bar that was rolled up again; every bar that has it in its lookback changes with it. */
    void revise(Bar bar, AsOf asOf, Changes changes) {
        int first = closed.size();
        if (bar.openTime() == newest.openTime()) {
            newest = new KnownBar(bar, asOf);
        } else {
            store.put(new KnownBar(bar, asOf));
            first = closed.put(bar);
            prefix = null;
        }
        int end = Math.min(first + Indicators.LOOKBACK, closed.size());
        for (int i = first; i < end; i++) {
            addClosed(i == first ? bar : store.bar(interval, closed.openTime(i)).bar(), i, asOf, changes);
        }
        if (closed.size() < first + Indicators.LOOKBACK) {
            addNewest(asOf, changes);
        }
    }

    /**
     * Takes other bars in place of all that are held.
     *
     * @param held the bars held so far
     * @param bars the bars to hold, the last of them the newest
     * @param wholeHistory whether the symbol's first bar is among them
     */
    void replace(NavigableMap<Long, KnownBar> held, NavigableMap<Long, KnownBar> bars, boolean wholeHistory) {
        KnownBar last = bars.lastEntry().getValue();
        held.keySet().stream()
                .filter(openTime -> !bars.containsKey(openTime))
                .forEach(openTime -> store.removeBar(interval, openTime));
        store.removeBar(interval, last.openTime());
        closed = new BarSeries(bars.size());
        for (KnownBar bar : bars.headMap(last.openTime(), false).values()) {
            // The newest bar so far is not in the store.
            if (!bar.equals(held.get(bar.openTime())) || bar.equals(newest)) {
                store.put(bar);
            }
            closed.put(bar.bar());
        }
        newest = last;
        whole = wholeHistory;
        retainedFrom = wholeHistory ? LineHead.NONE_FORGOTTEN : bars.firstKey();
        prefix = null;
    }

    /**
     * Adds every document that rests on a record from {@code k} on.
     *
     * @param bars the bars held
     */
    void addSince(long k, NavigableMap<Long, KnownBar> bars, Changes changes) {
        List<KnownBar> all = new ArrayList<>(bars.values());
        for (int i = 0; i < all.size(); i++) {
            AsOf asOf = all.get(i).asOf();
            for (KnownBar before : all.subList(Math.max(0, i + 1 - Indicators.LOOKBACK), i)) {
                asOf = asOf.orLater(before.asOf());
            }
            if (asOf.position() >= k && i < closed.size()) {
                addClosed(all.get(i).bar(), i, asOf, changes);
            } else if (asOf.position() >= k) {
                addNewest(asOf, changes);
            }
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
                store.removeBar(interval, closed.openTime(i));
            }
            closed.dropOldest(unneeded);
            whole = false;
            retainedFrom = closed.size() > 0 ? closed.openTime(0) : newest.openTime();
        }
    }

    private void closeNewest(AsOf closedBy, Changes changes) {
        // Where its last minute is in, its document says closed already.
        if (!newest.bar().hasLastMinute()) {
            newest = new KnownBar(newest.bar(), closedBy);
            changes.add(
                    newest.bar(), true, prefix().with(newest.bar().market()), closedBy, lookbackHeld(closed.size()));
        }
        store.put(newest);
        closed.put(newest.bar());
        prefix = null;
    }

    private void addClosed(Bar bar, int index, AsOf asOf, Changes changes) {
        Indicators indicators = IndicatorPrefix.before(closed, index).with(bar.market());
        changes.add(bar, true, indicators, asOf, lookbackHeld(index));
    }

    private void addNewest(AsOf asOf, Changes changes) {
        Bar bar = newest.bar();
        changes.add(bar, bar.hasLastMinute(), prefix().with(bar.market()), asOf, lookbackHeld(closed.size()));
    }

    private boolean lookbackHeld(int index) {
        return whole || index >= Indicators.LOOKBACK - 1;
    }

    private IndicatorPrefix prefix() {
        if (prefix == null) {
            prefix = IndicatorPrefix.before(closed, closed.size());
        }
        return prefix;
    }
}

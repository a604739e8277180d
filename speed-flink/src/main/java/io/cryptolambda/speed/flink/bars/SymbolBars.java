package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * All bars of one symbol, kept up to date record by record. A candle in order grows the bar in progress of every
 * interval; an older one, new or revised, rolls its bars up again from the candles, rung by rung, and changes every
 * later document whose lookback they are in. Whatever a record changes carries that record's {@code as_of}.
 *
 * <p>The store is written through, never ahead and never behind. Not safe for use by several threads.
 */
public final class SymbolBars {
    private static final int FIRST_RUNG = Interval.FIVE_MINUTES.ordinal();

    private final BarStore store;
    private final long horizon;
    private final List<BarLine> lines;
    private SymbolHead head;

    /**
     * Takes up where the store left off.
     *
     * @param horizon how far behind the symbol's newest candle a candle is still applied
     */
    public SymbolBars(BarStore store, Duration horizon) {
        this.store = store;
        this.horizon = horizon.toMillis();
        this.lines = Interval.ROLLED_UP.stream()
                .map(interval -> new BarLine(interval, store))
                .toList();
        this.head = store.head();
        if (head != null) {
            head.newest().forEach(bar -> line(bar.interval()).restoreNewest(bar));
            store.closedBars().forEach(bar -> line(bar.interval()).restoreClosed(bar));
        }
    }

    /**
     * Applies one record of the features topic.
     *
     * @param changes receives the changed bars, by interval, then open time
     */
    public Outcome apply(EnrichedCandle record, Consumer<EnrichedBar> changes) {
        if (!record.late() && record.candlePosition() != record.asOf()) {
            return Outcome.FEATURES_ONLY;
        }
        if (head != null && record.asOf() <= head.asOf()) {
            return Outcome.REPLAYED;
        }
        if (record.late() || isBeyondHorizon(record)) {
            passBy();
            return Outcome.LATE;
        }
        boolean complete = head == null ? reachesTheBeginning(record) : head.complete();
        Bar minute = Bar.of(record.candle());
        BarLine.Changes enriched = (bar, closed, indicators) -> changes.accept(new EnrichedBar(
                record.candle().exchange(),
                record.candle().symbol(),
                bar,
                closed,
                indicators,
                record.asOf(),
                record.asOfTime(),
                record.partition(),
                complete));
        boolean inOrder = head == null || minute.openTime() > head.newestOpenTime();
        store.put(minute);
        if (inOrder) {
            append(minute, enriched);
        } else {
            rollUpAgain(minute.openTime(), enriched);
        }
        replaceHead(new SymbolHead(
                record.asOf(), complete, lines.stream().map(BarLine::newest).toList()));
        return inOrder ? Outcome.APPENDED : Outcome.REVISED;
    }

    private boolean isBeyondHorizon(EnrichedCandle record) {
        return head != null && record.candle().openTime() < head.newestOpenTime() - horizon;
    }

    private static boolean reachesTheBeginning(EnrichedCandle record) {
        return record.complete() && record.features().lookback() == 1;
    }

    private void passBy() {
        if (head != null && head.complete()) {
            replaceHead(head.incomplete());
        }
    }

    private void append(Bar minute, BarLine.Changes changes) {
        for (BarLine line : lines) {
            line.append(minute, changes);
        }
        if (head != null) {
            prune(head.newestOpenTime() - horizon, minute.openTime() - horizon);
        }
    }

    private void rollUpAgain(long openTime, BarLine.Changes changes) {
        for (Interval interval : Interval.ROLLED_UP) {
            line(interval).revise(rolledUp(interval, interval.openTime(openTime)), changes);
        }
    }

    private Bar rolledUp(Interval interval, long openTime) {
        Interval finer = interval.finer();
        Bar bar = null;
        for (long time = openTime; time < openTime + interval.millis(); time += finer.millis()) {
            Bar part = finer == Interval.ONE_MINUTE
                    ? store.get(finer, time)
                    : line(finer).get(time);
            if (part != null) {
                bar = bar == null ? part.in(interval) : bar.followedBy(part);
            }
        }
        return bar;
    }

    /** Forgets what the horizon's edge, moving from one time to a later one, leaves behind. */
    private void prune(long edgeBefore, long edge) {
        Interval fiveMinutes = Interval.FIVE_MINUTES;
        if (fiveMinutes.openTime(edgeBefore) == fiveMinutes.openTime(edge)) {
            return;
        }
        pruneMinutes(fiveMinutes.openTime(edgeBefore), fiveMinutes.openTime(edge));
        for (Interval interval : Interval.ROLLED_UP) {
            Interval coarser = interval == Interval.ONE_DAY ? interval : Interval.values()[interval.ordinal() + 1];
            line(interval).prune(interval.openTime(edge), coarser.openTime(edge));
        }
    }

    private void pruneMinutes(long from, long to) {
        // An outage of months would be millions of empty minutes: only those behind the old edge can hold candles.
        long end = Math.min(to, head.newestOpenTime() + Interval.ONE_MINUTE.millis());
        for (long time = from; time < end; time += Interval.ONE_MINUTE.millis()) {
            store.remove(Interval.ONE_MINUTE, time);
        }
    }

    private void replaceHead(SymbolHead newHead) {
        head = newHead;
        store.head(newHead);
    }

    private BarLine line(Interval interval) {
        return lines.get(interval.ordinal() - FIRST_RUNG);
    }
}

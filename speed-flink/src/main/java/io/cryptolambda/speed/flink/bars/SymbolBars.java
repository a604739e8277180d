package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * All bars of one symbol, kept up to date record by record. A candle in order grows the bar in progress of every
 * interval; an older one, new or revised, rolls its bars up again from the candles, rung by rung, and changes every
 * later document whose lookback they are in. Whatever a record changes carries that record's {@code as_of}.
 *
 * <p>Seeds of a batch run take the place of all bars before the run's K, whenever they come: records before K change
 * nothing any more, and what rests on a record from K on is given out again. A document is complete while every record
 * of the symbol was read, by the symbol's own reading or by that run, and all of its lookback is held.
 *
 * <p>The store is written through, never ahead and never behind. Not safe for use by several threads.
 */
public final class SymbolBars {
    private static final int FIRST_RUNG = Interval.FIVE_MINUTES.ordinal();
    private static final long MINUTE = Interval.ONE_MINUTE.millis();
    private static final long NO_EDGE = Long.MIN_VALUE;

    // Seeds know no more of the log than is kept of it: so long the bars since their K are held for them.
    private static final long AWAITING_SEEDS = Duration.ofDays(7).toMillis();

    private final BarStore store;
    private final long horizon;
    private final List<BarLine> lines;
    private final WaitingSeeds waiting;
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
        this.waiting = new WaitingSeeds(store);
        this.head = store.head();
        if (head.hasBars()) {
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).restore(head.lines().get(i));
            }
            store.closedBars().forEach(known -> line(known.bar().interval()).restoreClosed(known.bar()));
        }
    }

    /**
     * Applies one record of the features topic.
     *
     * @param changes receives the changed bars, by interval, then open time
     */
    public Outcome apply(EnrichedCandle record, Consumer<EnrichedBar> changes) {
        AsOf asOf = new AsOf(record.asOf(), record.asOfTime());
        boolean inSeeds = asOf.position() < head.foundation().k();
        if (!record.late() && record.candlePosition() != record.asOf()) {
            return Outcome.FEATURES_ONLY;
        }
        if (asOf.position() <= head.asOf()) {
            return Outcome.REPLAYED;
        }
        if (record.late() || (!inSeeds && isBeyondHorizon(record))) {
            replaceHead(head.doubting(asOf));
            return Outcome.LATE;
        }
        if (inSeeds) {
            takeIn(record, asOf);
            return Outcome.IN_SEEDS;
        }
        return change(record, asOf, changes);
    }

    /** Remembers a record that the bars rest on already: its candle may have to be rolled up again. */
    private void takeIn(EnrichedCandle record, AsOf asOf) {
        Bar minute = Bar.of(record.candle());
        if (minute.openTime() >= candlesFrom()) {
            hold(minute, asOf);
        }
        read(asOf, knownFrom(record));
    }

    private Outcome change(EnrichedCandle record, AsOf asOf, Consumer<EnrichedBar> changes) {
        Bar minute = Bar.of(record.candle());
        boolean inOrder = !head.hasBars() || minute.openTime() > newestOpenTime();
        long knownFrom = knownFrom(record);
        if (inOrder && !record.complete()) {
            // Not all candles before it are known: there may be a hole in the log.
            knownFrom = asOf.position();
        }
        if (!inOrder && head.intact() && !canRollUpAgain(minute.openTime())) {
            knownFrom = asOf.position() + 1;
        }
        long edgeBefore = edge();
        boolean intact = head.foundation().k() >= knownFrom;
        BarLine.Changes documents = new Documents(
                record.candle().exchange(), record.candle().symbol(), record.partition(), intact, changes);
        if (inOrder) {
            append(minute, asOf, knownFrom == 0, documents);
        } else {
            hold(minute, asOf);
            rollUpAgain(minute.openTime(), asOf, documents);
        }
        prune(edgeBefore, intact);
        read(asOf, knownFrom);
        return inOrder ? Outcome.APPENDED : Outcome.REVISED;
    }

    /**
     * Takes the seeds of one interval.
     *
     * @param changes receives the changed bars, by interval, then open time
     */
    public SeedOutcome seed(BarSeeds seeds, Consumer<EnrichedBar> changes) {
        if (Foundation.of(seeds).compareTo(head.foundation()) <= 0) {
            return SeedOutcome.NOT_NEWER;
        }
        Optional<SeedRun> run = waiting.add(seeds);
        if (run.isEmpty()) {
            return SeedOutcome.WAITING;
        }
        if (!run.get().isConsistent()) {
            return SeedOutcome.INCONSISTENT;
        }
        if (!reachBackTo(run.get())) {
            return SeedOutcome.TOO_OLD;
        }
        adopt(run.get(), changes);
        return SeedOutcome.ADOPTED;
    }

    private void adopt(SeedRun run, Consumer<EnrichedBar> changes) {
        long edgeBefore = edge();
        List<NavigableMap<Long, KnownBar>> own = ownBars();
        SeedMerge merge = new SeedMerge(run, head, this::candlesOf);
        List<NavigableMap<Long, KnownBar>> merged = Interval.ROLLED_UP.stream()
                .map(interval -> merge.merge(interval, own.get(interval.ordinal() - FIRST_RUNG)))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean whole = run.seeds().get(i).wholeHistory();
            lines.get(i).replace(own.get(i), merged.get(i), whole);
        }
        long knownFrom = head.knownFrom() == SymbolHead.NOTHING_KNOWN
                ? SymbolHead.NOTHING_KNOWN
                : Math.max(head.knownFrom(), merge.knownFrom());
        BarSeeds any = run.seeds().get(0);
        boolean intact = any.k() >= knownFrom;
        BarLine.Changes documents = new Documents(any.exchange(), any.symbol(), any.partition(), intact, changes);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).addSince(any.k(), merged.get(i), documents);
        }
        prune(edgeBefore, intact);
        replaceHead(new SymbolHead(head.asOf(), knownFrom, run.foundation(), lineHeads()));
    }

    /** The own bars from K on must not have been forgotten, nor those that a candle from K on may have changed. */
    private boolean reachBackTo(SeedRun run) {
        return head.asOf() < run.foundation().k()
                || lines.stream().allMatch(line -> line.retains(run.newestOpenTime() - horizon));
    }

    private List<NavigableMap<Long, KnownBar>> ownBars() {
        List<NavigableMap<Long, KnownBar>> own = lines.stream()
                .<NavigableMap<Long, KnownBar>>map(line -> new TreeMap<>())
                .toList();
        if (head.hasBars()) {
            store.closedBars().forEach(bar -> own.get(bar.bar().interval().ordinal() - FIRST_RUNG)
                    .put(bar.openTime(), bar));
            for (int i = 0; i < lines.size(); i++) {
                KnownBar newest = head.lines().get(i).newest();
                own.get(i).put(newest.openTime(), newest);
            }
        }
        return own;
    }

    private boolean isBeyondHorizon(EnrichedCandle record) {
        return head.hasBars() && record.candle().openTime() < newestOpenTime() - horizon;
    }

    /** From where on every record is known with this one: from the first record read, or from the symbol's beginning. */
    private long knownFrom(EnrichedCandle record) {
        if (head.hasRead()) {
            return head.knownFrom();
        }
        boolean reachesTheBeginning = record.complete() && record.features().lookback() == 1;
        return reachesTheBeginning ? 0 : record.asOf();
    }

    private void append(Bar minute, AsOf asOf, boolean fromTheBeginning, BarLine.Changes changes) {
        store.put(new HeldCandle(minute, asOf, asOf.position()));
        if (!head.hasBars() && fromTheBeginning) {
            lines.forEach(BarLine::beginWhole);
        }
        for (BarLine line : lines) {
            line.append(minute, asOf, changes);
        }
    }

    private void hold(Bar minute, AsOf asOf) {
        HeldCandle before = store.candle(minute.openTime());
        store.put(new HeldCandle(minute, asOf, before == null ? asOf.position() : before.firstPosition()));
    }

    /** Whether the candles and bars are held that all bars around {@code openTime} are rolled up from. */
    private boolean canRollUpAgain(long openTime) {
        long fiveMinutes = Interval.FIVE_MINUTES.openTime(openTime);
        Bar bar = line(Interval.FIVE_MINUTES).get(fiveMinutes);
        List<HeldCandle> held = candlesOf(fiveMinutes);
        boolean candles = held != null && held.size() == (bar == null ? 0 : bar.candles());
        return candles
                && lines.get(lines.size() - 1).reaches(Interval.ONE_DAY.openTime(openTime))
                && Interval.ROLLED_UP.stream().skip(1).allMatch(interval -> line(interval.finer())
                        .reaches(interval.openTime(openTime)));
    }

    private void rollUpAgain(long openTime, AsOf asOf, BarLine.Changes changes) {
        for (Interval interval : Interval.ROLLED_UP) {
            line(interval).revise(rolledUp(interval, interval.openTime(openTime)), asOf, changes);
        }
    }

    private Bar rolledUp(Interval interval, long openTime) {
        Interval finer = interval.finer();
        Bar bar = null;
        for (long time = openTime; time < openTime + interval.millis(); time += finer.millis()) {
            Bar part = finer == Interval.ONE_MINUTE ? minute(time) : line(finer).get(time);
            if (part != null) {
                bar = bar == null ? part.in(interval) : bar.followedBy(part);
            }
        }
        return bar;
    }

    private Bar minute(long openTime) {
        HeldCandle held = store.candle(openTime);
        return held == null ? null : held.minute();
    }

    /** The candles of a 5-minute bar in order; null where they are no longer held. */
    private List<HeldCandle> candlesOf(long openTime) {
        if (openTime < candlesFrom()) {
            return null;
        }
        return LongStream.iterate(openTime, time -> time + MINUTE)
                .limit(Interval.FIVE_MINUTES.millis() / MINUTE)
                .mapToObj(store::candle)
                .filter(candle -> candle != null)
                .toList();
    }

    /** Open time of the symbol's newest candle; there must be one. */
    private long newestOpenTime() {
        return lines.get(0).newest().bar().lastMinute();
    }

    /** How far back a candle is still applied. */
    private long edge() {
        return lines.get(0).newest() == null ? NO_EDGE : newestOpenTime() - horizon;
    }

    /** Open time from which on candles are held: that of the oldest 5-minute bar that may change. */
    private long candlesFrom() {
        return Interval.FIVE_MINUTES.openTime(edge());
    }

    /** Forgets what the horizon's edge leaves behind as it moves from {@code edgeBefore} to where it is now. */
    private void prune(long edgeBefore, boolean intact) {
        long from = Interval.FIVE_MINUTES.openTime(edgeBefore);
        if (edgeBefore == NO_EDGE || from == candlesFrom()) {
            return;
        }
        pruneCandles(from);
        long edge = intact ? edge() : edge() - AWAITING_SEEDS;
        for (Interval interval : Interval.ROLLED_UP) {
            Interval coarser = interval == Interval.ONE_DAY ? interval : Interval.values()[interval.ordinal() + 1];
            line(interval).prune(interval.openTime(edge), coarser.openTime(edge));
        }
    }

    private void pruneCandles(long from) {
        // An outage of months would be millions of empty minutes: only those within the old horizon can hold candles.
        long end = Math.min(candlesFrom(), from + horizon + Interval.FIVE_MINUTES.millis());
        for (long time = from; time < end; time += MINUTE) {
            store.removeCandle(time);
        }
    }

    private void read(AsOf asOf, long knownFrom) {
        replaceHead(new SymbolHead(asOf.position(), knownFrom, head.foundation(), lineHeads()));
    }

    private List<LineHead> lineHeads() {
        return edge() == NO_EDGE ? List.of() : lines.stream().map(BarLine::head).toList();
    }

    private void replaceHead(SymbolHead newHead) {
        if (!newHead.equals(head)) {
            head = newHead;
            store.head(newHead);
        }
    }

    private BarLine line(Interval interval) {
        return lines.get(interval.ordinal() - FIRST_RUNG);
    }
}

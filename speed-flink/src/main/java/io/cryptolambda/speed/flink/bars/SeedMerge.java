package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.BarSeeds.SeedBar;
import io.cryptolambda.core.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Puts the bars of a run and the symbol's own together: before the run's K its bars count, from K on the records that the
 * symbol has read. A bar that both know of has candles from before and after K; it is rolled up again.
 */
final class SeedMerge {
    private static final AsOf NOTHING = new AsOf(0, 0);

    private final SeedRun run;
    private final SymbolHead head;
    private final LongFunction<List<HeldCandle>> candles;
    private final long k;
    private final Map<Interval, NavigableMap<Long, KnownBar>> merged = new HashMap<>();
    private long knownFrom;

    /**
     * @param head the symbol's, before the seeds
     * @param candles the candles of the 5-minute bar at an open time; null where they are no longer held
     */
    SeedMerge(SeedRun run, SymbolHead head, LongFunction<List<HeldCandle>> candles) {
        this.run = run;
        this.head = head;
        this.candles = candles;
        this.k = run.foundation().k();
    }

    /** The position after the newest record of a bar that cannot be told from what is held; 0 if there is none. */
    long knownFrom() {
        return knownFrom;
    }

    /**
     * The bars of an interval, which must be asked for finest first.
     *
     * @param own the symbol's own bars
     */
    NavigableMap<Long, KnownBar> merge(Interval interval, NavigableMap<Long, KnownBar> own) {
        BarSeeds seeds = run.of(interval);
        Map<Long, SeedBar> seeded = new HashMap<>();
        NavigableMap<Long, KnownBar> bars = new TreeMap<>();
        for (SeedBar seed : seeds.bars()) {
            seeded.put(seed.bar().openTime(), seed);
            bars.put(seed.bar().openTime(), known(seed));
        }
        merged.put(interval, bars);
        long from = seeds.wholeHistory() ? Long.MIN_VALUE : bars.firstKey();
        doubtUnseenClosing(bars.lastEntry().getValue().bar(), own);
        for (KnownBar bar : own.tailMap(from).values()) {
            if (bar.asOf().position() >= k) {
                SeedBar seed = seeded.get(bar.openTime());
                bars.put(bar.openTime(), seed == null ? bar : ofBoth(seed, bar));
            }
        }
        return bars;
    }

    private KnownBar ofBoth(SeedBar seed, KnownBar own) {
        // Where all is known the own bar is right, and so it is where no minute is missing.
        if (head.intact() || own.isFull()) {
            return own;
        }
        return own.bar().interval() == Interval.FIVE_MINUTES ? ofCandles(seed, own) : ofFinerBars(seed, own);
    }

    private KnownBar ofCandles(SeedBar seed, KnownBar own) {
        List<HeldCandle> held = candles.apply(own.openTime());
        if (held == null) {
            return doubt(own);
        }
        List<HeldCandle> since =
                held.stream().filter(candle -> candle.asOf().position() >= k).toList();
        if (since.stream().allMatch(candle -> candle.openTime() > seed.bar().lastMinute())) {
            Bar bar = seed.bar();
            AsOf asOf = known(seed).asOf();
            for (HeldCandle candle : since) {
                bar = bar.followedBy(candle.minute());
                asOf = asOf.orLater(candle.asOf());
            }
            return new KnownBar(bar, asOf(seed, bar, asOf, own));
        }
        long before = held.stream().filter(candle -> candle.firstPosition() < k).count();
        return before == seed.bar().candles() ? own : doubt(own);
    }

    private KnownBar ofFinerBars(SeedBar seed, KnownBar own) {
        Interval finer = own.bar().interval().finer();
        NavigableMap<Long, KnownBar> line = merged.get(finer);
        if (!run.of(finer).wholeHistory() && line.firstKey() > own.openTime()) {
            return doubt(own);
        }
        Bar bar = null;
        AsOf asOf = NOTHING;
        for (KnownBar part : line.subMap(own.openTime(), own.bar().end()).values()) {
            bar = bar == null ? part.bar().in(own.bar().interval()) : bar.followedBy(part.bar());
            asOf = asOf.orLater(part.asOf());
        }
        return bar == null ? doubt(own) : new KnownBar(bar, asOf(seed, bar, asOf, own));
    }

    /** What closes a bar counts only where its last minute is missing and nothing had closed it before K. */
    private static AsOf asOf(SeedBar seed, Bar bar, AsOf ofCandles, KnownBar own) {
        return bar.hasLastMinute() || seed.closed() ? ofCandles : ofCandles.orLater(own.asOf());
    }

    /** The run's newest bar was closed after K, perhaps by a record that passed without this bar being known. */
    private void doubtUnseenClosing(Bar newest, NavigableMap<Long, KnownBar> own) {
        Map.Entry<Long, KnownBar> later = own.higherEntry(newest.openTime());
        if (!newest.hasLastMinute() && later != null && !own.containsKey(newest.openTime())) {
            doubt(own.lastEntry().getValue());
        }
    }

    private KnownBar doubt(KnownBar own) {
        knownFrom = Math.max(knownFrom, own.asOf().position() + 1);
        return own;
    }

    private static KnownBar known(SeedBar seed) {
        return new KnownBar(seed.bar(), new AsOf(seed.asOf(), seed.asOfTime()));
    }
}

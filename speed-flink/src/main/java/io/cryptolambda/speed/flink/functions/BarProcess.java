package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.speed.flink.bars.Outcome;
import io.cryptolambda.speed.flink.bars.SeedOutcome;
import io.cryptolambda.speed.flink.bars.SymbolBars;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Candles of a symbol to its bars, on the foundation of its seeds, which may come at any time; candles beyond the horizon
 * go to {@link #LATE}.
 */
public final class BarProcess extends KeyedCoProcessFunction<String, EnrichedCandle, BarSeeds, EnrichedBar> {
    /** Side output of candles that are left to the batch layer. */
    public static final OutputTag<EnrichedCandle> LATE = new OutputTag<>("late", RecordTypes.CANDLE);

    private static final long serialVersionUID = 1L;

    // About 150 KiB each; beyond it a symbol is loaded from state again when its next candle comes.
    private static final int WARM_SYMBOLS = 1_000;

    private final Duration horizon;
    private transient KeyedBarStore store;
    private transient String symbol;
    private transient Map<String, SymbolBars> warm;
    private transient OutcomeCounters<Outcome> records;
    private transient OutcomeCounters<SeedOutcome> seeds;
    private transient Counter changedBars;
    private transient long eventTimeLag;

    /** @param horizon how far behind a symbol's newest candle a candle is still applied */
    public BarProcess(Duration horizon) {
        this.horizon = horizon;
    }

    @Override
    public void open(OpenContext context) {
        store = new KeyedBarStore(getRuntimeContext(), () -> symbol);
        warm = new LeastRecentlyUsed<>(WARM_SYMBOLS);
        changedBars = getRuntimeContext().getMetricGroup().counter("bars_changed");
        records = new OutcomeCounters<>(
                "records", Outcome.class, getRuntimeContext().getMetricGroup());
        seeds = new OutcomeCounters<>(
                "seeds", SeedOutcome.class, getRuntimeContext().getMetricGroup());
        getRuntimeContext().getMetricGroup().gauge("event_time_lag_ms", () -> eventTimeLag);
    }

    @Override
    public void processElement1(EnrichedCandle record, Context context, Collector<EnrichedBar> out) {
        Outcome outcome = bars(context.getCurrentKey()).apply(record, counted(out));
        records.count(outcome);
        eventTimeLag =
                context.timerService().currentProcessingTime() - record.candle().closeTime();
        if (outcome == Outcome.LATE) {
            context.output(LATE, record);
        }
    }

    @Override
    public void processElement2(BarSeeds seed, Context context, Collector<EnrichedBar> out) {
        seeds.count(bars(context.getCurrentKey()).seed(seed, counted(out)));
    }

    /**
     * Puts all that is not yet in the operator's state there.
     *
     * @param key makes a symbol the operator's current key
     */
    void writeState(Consumer<String> key) {
        store.writeHeads(key);
    }

    private SymbolBars bars(String current) {
        symbol = current;
        return warm.computeIfAbsent(current, absent -> new SymbolBars(store, horizon));
    }

    private Consumer<EnrichedBar> counted(Collector<EnrichedBar> out) {
        return changed -> {
            changedBars.inc();
            out.collect(changed);
        };
    }

    private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int capacity;

        LeastRecentlyUsed(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    }
}

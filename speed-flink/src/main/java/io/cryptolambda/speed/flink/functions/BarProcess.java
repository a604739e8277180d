package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.speed.flink.bars.BarStore;
import io.cryptolambda.speed.flink.bars.Outcome;
import io.cryptolambda.speed.flink.bars.SymbolBars;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Candles of a symbol to its bars; candles beyond the horizon go to {@link #LATE}. */
public final class BarProcess extends KeyedProcessFunction<String, EnrichedCandle, EnrichedBar> {
    /** Side output of candles that are left to the batch layer. */
    public static final OutputTag<EnrichedCandle> LATE = new OutputTag<>("late", RecordTypes.CANDLE);

    private static final long serialVersionUID = 1L;

    // About 40 KiB each; beyond it a symbol is loaded from state again when its next candle comes.
    private static final int WARM_SYMBOLS = 2_000;

    private final Duration horizon;
    private transient BarStore store;
    private transient Map<String, SymbolBars> warm;
    private transient Map<Outcome, Counter> outcomes;
    private transient Counter changedBars;

    /** @param horizon how far behind a symbol's newest candle a candle is still applied */
    public BarProcess(Duration horizon) {
        this.horizon = horizon;
    }

    @Override
    public void open(OpenContext context) {
        store = new KeyedBarStore(getRuntimeContext());
        warm = new LeastRecentlyUsed<>(WARM_SYMBOLS);
        changedBars = getRuntimeContext().getMetricGroup().counter("bars_changed");
        outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            String name = "records_" + outcome.name().toLowerCase(Locale.ROOT);
            outcomes.put(outcome, getRuntimeContext().getMetricGroup().counter(name));
        }
    }

    @Override
    public void processElement(EnrichedCandle record, Context context, Collector<EnrichedBar> out) {
        SymbolBars bars = warm.computeIfAbsent(context.getCurrentKey(), symbol -> new SymbolBars(store, horizon));
        Outcome outcome = bars.apply(record, changed -> {
            changedBars.inc();
            out.collect(changed);
        });
        outcomes.get(outcome).inc();
        if (outcome == Outcome.LATE) {
            context.output(LATE, record);
        }
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

package io.cryptolambda.bench.pipeline;

import io.cryptolambda.core.Interval;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.streaming.GroupState;

/** What the Spark job keeps of a symbol: of each interval the running bar and the closes before it. */
public final class SymbolState implements Serializable {
    private static final long serialVersionUID = 1L;

    // Kryo cannot make an EnumMap.
    private final Map<Interval, SparkBar> bars = new HashMap<>();

    /** Brings a symbol up to date with the candles of a batch; gives each changed document once. */
    static Iterator<SparkDocument> step(String symbol, Iterator<Minute> minutes, GroupState<SymbolState> held) {
        SymbolState state = held.exists() ? held.get() : new SymbolState();
        List<Minute> inOrder = new ArrayList<>();
        minutes.forEachRemaining(inOrder::add);
        // A shuffle promises no order within a group.
        inOrder.sort(Comparator.comparingLong(Minute::getOpenTime));
        Map<String, SparkDocument> changed = new LinkedHashMap<>();
        for (Interval interval : Interval.values()) {
            state.bars.put(interval, state.roll(symbol, interval, inOrder, changed));
        }
        held.update(state);
        return changed.values().iterator();
    }

    private SparkBar roll(String symbol, Interval interval, List<Minute> minutes, Map<String, SparkDocument> changed) {
        SparkBar bar = bars.get(interval);
        for (Minute minute : minutes) {
            long openTime = interval.openTime(minute.getOpenTime());
            if (bar == null || openTime > bar.openTime()) {
                if (bar != null) {
                    put(bar.document(symbol, interval), changed);
                }
                bar = SparkBar.begin(openTime, minute, bar);
            } else {
                bar.add(minute);
            }
        }
        put(bar.document(symbol, interval), changed);
        return bar;
    }

    private static void put(SparkDocument document, Map<String, SparkDocument> changed) {
        changed.put(document.getId(), document);
    }
}

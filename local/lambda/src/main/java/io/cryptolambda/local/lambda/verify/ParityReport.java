package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.verify.Tally.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a comparison found, as it goes: counts by symbol and interval, by layer, and the first differences. Several threads
 * may tell it; it is read when all have ended.
 */
final class ParityReport {
    private static final int DIFFERENCES_KEPT = 50;

    private final Cut cut;
    private final SortedMap<String, SortedMap<Interval, Tally>> bySymbol = new TreeMap<>();
    private final SortedMap<String, Long> byLayer = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<Difference, Map<String, LayerValue>> layers = new HashMap<>();

    ParityReport(Cut cut) {
        this.cut = cut;
    }

    /** @param layer the layer it was served from, null if it was not served */
    synchronized void count(String symbol, Interval interval, Outcome outcome, String layer) {
        bySymbol.computeIfAbsent(symbol, s -> new TreeMap<>()).merge(interval, Tally.NONE.with(outcome), Tally::plus);
        if (layer != null) {
            byLayer.merge(layer, 1L, Long::sum);
        }
    }

    /** Keeps the first differences; all are counted by {@link #count}. */
    synchronized void note(Difference difference) {
        if (differences.size() < DIFFERENCES_KEPT) {
            differences.add(difference);
        }
    }

    Cut cut() {
        return cut;
    }

    Tally total() {
        return bySymbol.values().stream()
                .flatMap(intervals -> intervals.values().stream())
                .reduce(Tally.NONE, Tally::plus);
    }

    SortedMap<String, SortedMap<Interval, Tally>> bySymbol() {
        return Collections.unmodifiableSortedMap(bySymbol);
    }

    SortedMap<String, Long> byLayer() {
        return Collections.unmodifiableSortedMap(byLayer);
    }

    /** Tells what each layer holds where the difference is. */
    void explain(Difference difference, Map<String, LayerValue> held) {
        layers.put(difference, held);
    }

    /** What each layer holds where the difference is, by its name; empty if it was not looked up. */
    Map<String, LayerValue> layers(Difference difference) {
        return layers.getOrDefault(difference, Map.of());
    }

    List<Difference> differences() {
        return Collections.unmodifiableList(differences);
    }
}

package io.cryptolambda.local.lambda.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Symbols whose records are held together, so that a log of many symbols is read few times. */
final class SymbolGroups {
    private SymbolGroups() {}

    /** Groups of at most {@code records} records, in the symbols' order; a larger symbol is a group of its own. */
    static List<Set<String>> of(SortedMap<String, Long> counts, long records) {
        List<Set<String>> groups = new ArrayList<>();
        long held = 0;
        for (Map.Entry<String, Long> symbol : counts.entrySet()) {
            if (groups.isEmpty() || held + symbol.getValue() > records) {
                groups.add(new TreeSet<>());
                held = 0;
            }
            groups.get(groups.size() - 1).add(symbol.getKey());
            held += symbol.getValue();
        }
        return groups;
    }
}

package io.cryptolambda.e2e.fault;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** R2 for the batch documents of one interval. An index has one document a key, so what must be counted is indices. */
final class Uniqueness {
    private Uniqueness() {}

    /**
     * @param alias of the interval's batch indices
     * @param indices those behind it, each named by it and a month
     * @param held how many documents they hold
     * @param served per symbol the open times that are served, as they came
     * @param found told what is there twice
     */
    static void check(
            String alias,
            Collection<String> indices,
            long held,
            Map<String, List<Long>> served,
            Consumer<String> found) {
        Set<String> months = new HashSet<>();
        for (String index : indices) {
            String month = index.substring(alias.length() + 1, alias.length() + 8);
            if (!months.add(month)) {
                found.accept(alias + " has two indices of " + month);
            }
        }
        long keys = 0;
        for (Map.Entry<String, List<Long>> symbol : served.entrySet()) {
            Set<Long> distinct = new HashSet<>(symbol.getValue());
            keys += distinct.size();
            if (distinct.size() < symbol.getValue().size()) {
                found.accept(alias + " serves " + (symbol.getValue().size() - distinct.size()) + " documents of "
                        + symbol.getKey() + " twice");
            }
        }
        if (held != keys) {
            found.accept(alias + " holds " + held + " documents, " + keys + " keys are served");
        }
    }
}

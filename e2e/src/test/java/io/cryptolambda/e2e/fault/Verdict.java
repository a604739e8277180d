package io.cryptolambda.e2e.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a run ended in: for each invariant what was found against it, and figures for people. */
final class Verdict {
    private static final int MOST_SHOWN = 20;

    private final Map<Invariant, List<String>> against = new EnumMap<>(Invariant.class);
    private final Map<Invariant, String> figures = new EnumMap<>(Invariant.class);
    private final Consumer<String> events;

    /** @param events told what is checked, a line each */
    Verdict(Consumer<String> events) {
        this.events = events;
    }

    /** Checks an invariant. What the check throws speaks against it. */
    void check(Invariant invariant, Check check) {
        List<String> found = against.computeIfAbsent(invariant, absent -> new ArrayList<>());
        try {
            figures.put(invariant, check.run(found::add));
        } catch (Exception | AssertionError e) {
            found.add(e.toString());
        }
        events.accept("  " + invariant.name() + (found.isEmpty() ? " holds " : " BROKEN ") + figures.get(invariant));
    }

    @FunctionalInterface
    interface Check {
        /** Gives what speaks against the invariant to {@code found}; returns figures. */
        String run(Consumer<String> found) throws Exception;
    }

    /** Whether all of them were checked, and hold. */
    boolean holds() {
        return against.size() == Invariant.values().length
                && against.values().stream().allMatch(List::isEmpty);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Invariant invariant : Invariant.values()) {
            List<String> found = against.get(invariant);
            text.append(found == null ? "NOT CHECKED " : found.isEmpty() ? "holds " : "BROKEN ")
                    .append(invariant)
                    .append(figures.get(invariant) == null ? "" : ": " + figures.get(invariant))
                    .append('\n');
            if (found != null) {
                found.stream()
                        .limit(MOST_SHOWN)
                        .forEach(one -> text.append("    ").append(one).append('\n'));
                if (found.size() > MOST_SHOWN) {
                    text.append("    and ").append(found.size() - MOST_SHOWN).append(" more\n");
                }
            }
        }
        return text.toString();
    }
}

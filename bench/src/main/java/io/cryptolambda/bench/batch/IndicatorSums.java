package io.cryptolambda.bench.batch;

import io.cryptolambda.core.Interval;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums of indicators over all bars of an interval, absent ones left out: what two ways to compute them must agree in. */
final class IndicatorSums implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double TOLERANCE = 1e-9;

    private final TreeMap<String, Double> sums = new TreeMap<>();

    void add(Interval interval, String indicator, double sum) {
        sums.merge(interval + ":" + indicator, sum, Double::sum);
    }

    void add(IndicatorSums other) {
        other.sums.forEach((name, sum) -> sums.merge(name, sum, Double::sum));
    }

    /** Reads what {@link #toString} wrote. */
    static IndicatorSums parse(String text) {
        IndicatorSums parsed = new IndicatorSums();
        for (String entry : text.split(";")) {
            String[] parts = entry.split("=");
            if (parts.length == 2) {
                parsed.sums.put(parts[0], Double.valueOf(parts[1]));
            }
        }
        return parsed;
    }

    /** Whether all that both have is the same but for the order of additions. */
    boolean agreesWith(IndicatorSums other) {
        for (Map.Entry<String, Double> entry : sums.entrySet()) {
            Double theirs = other.sums.get(entry.getKey());
            if (theirs != null && Math.abs(theirs - entry.getValue()) > TOLERANCE * Math.abs(theirs)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";", "sums;", ""));
    }
}

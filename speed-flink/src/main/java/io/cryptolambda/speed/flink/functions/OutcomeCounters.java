package io.cryptolambda.speed.flink.functions;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** A counter for each outcome, named such as {@code records_late}. */
final class OutcomeCounters<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    OutcomeCounters(String prefix, Class<E> outcomes, MetricGroup metrics) {
        counters = new EnumMap<>(outcomes);
        for (E outcome : outcomes.getEnumConstants()) {
            counters.put(outcome, metrics.counter(prefix + "_" + outcome.name().toLowerCase(Locale.ROOT)));
        }
    }

    void count(E outcome) {
        counters.get(outcome).inc();
    }
}

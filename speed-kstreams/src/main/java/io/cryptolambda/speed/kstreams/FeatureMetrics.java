package io.cryptolambda.speed.kstreams;

import io.cryptolambda.speed.kstreams.candles.Applied;
import io.cryptolambda.speed.kstreams.candles.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What happened to the records that this process read. A record read again after an aborted transaction counts again; the
 * topics hold each result once.
 */
final class FeatureMetrics {
    private static final String RECORDS = "speed.kstreams.records";
    private static final String OUTCOME = "outcome";

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter deadLetters;
    private final Counter documents;
    private final Counter holes;

    FeatureMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome, registry.counter(RECORDS, OUTCOME, outcome.name().toLowerCase(Locale.ROOT)));
        }
        deadLetters = registry.counter(RECORDS, OUTCOME, "dead_letter");
        documents = registry.counter("speed.kstreams.documents");
        holes = registry.counter("speed.kstreams.log.holes");
    }

    void applied(Applied applied) {
        outcomes.get(applied.outcome()).increment();
        documents.increment(applied.emissions().size());
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void hole() {
        holes.increment();
    }

    /** Records that had the {@code outcome}. */
    long count(Outcome outcome) {
        return (long) outcomes.get(outcome).count();
    }

    /** Records refused. */
    long deadLetters() {
        return (long) deadLetters.count();
    }

    /** Documents emitted, late ones included. */
    long documents() {
        return (long) documents.count();
    }

    /** Holes found in the log. */
    long holes() {
        return (long) holes.count();
    }
}

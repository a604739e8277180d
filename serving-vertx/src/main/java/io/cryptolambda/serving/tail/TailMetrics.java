package io.cryptolambda.serving.tail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the tail counts.
 *
 * @param taken documents taken in
 * @param older documents dropped because one that knows more was held
 * @param rejected records that break the contract
 * @param failures times the reading was begun again because Kafka failed
 */
public record TailMetrics(Counter taken, Counter older, Counter rejected, Counter failures) {

    /** Registers the counters. */
    public static TailMetrics in(MeterRegistry registry) {
        return new TailMetrics(
                counter(registry, "serving.tail.documents", "Documents of the live topics taken in"),
                counter(registry, "serving.tail.older", "Documents dropped because one that knows more was held"),
                counter(registry, "serving.tail.rejected", "Records of the live topics that break the contract"),
                counter(registry, "serving.tail.failures", "Times the reading of the live topics was begun again"));
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}

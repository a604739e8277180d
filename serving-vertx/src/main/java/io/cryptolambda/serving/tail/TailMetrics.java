package io.cryptolambda.serving.tail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the tail counts.
 *
 * @param taken documents taken in
 * @param older documents dropped because one that knows more was held
 * @param rejected records that break the contract
 * @param failures times the reading was begun again because Kafka failed
 * @param freshness how long candles take until they can be asked for
 */
public record TailMetrics(Counter taken, Counter older, Counter rejected, Counter failures, Freshness freshness) {

    /** Registers the counters, and what the tail says of itself. */
    public static TailMetrics in(MeterRegistry registry, Tail tail) {
        FunctionCounter.builder("serving.tail.evicted", tail, Tail::evicted)
                .description("Documents let go early for want of memory")
                .register(registry);
        Gauge.builder("serving.tail.bytes", tail, Tail::bytes)
                .description("Memory that the documents held take, about")
                .register(registry);
        Gauge.builder("serving.tail.depth", tail, Tail::depth)
                .description("Most documents held of one symbol and interval")
                .register(registry);
        return new TailMetrics(
                counter(registry, "serving.tail.documents", "Documents of the live topics taken in"),
                counter(registry, "serving.tail.older", "Documents dropped because one that knows more was held"),
                counter(registry, "serving.tail.rejected", "Records of the live topics that break the contract"),
                counter(registry, "serving.tail.failures", "Times the reading of the live topics was begun again"),
                new Freshness(registry, System::currentTimeMillis));
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}

package io.cryptolambda.serving.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What reading the view counts.
 *
 * @param storeErrors searches that Elasticsearch did not answer in full
 * @param rereads answers begun again because another batch run was published meanwhile
 * @param stale answers given without the store, which did not answer
 * @param ofTail answers for which the store was not asked
 */
public record ServingMetrics(Counter storeErrors, Counter rereads, Counter stale, Counter ofTail) {

    /** Registers the counters. */
    public static ServingMetrics in(MeterRegistry registry) {
        return new ServingMetrics(
                Counter.builder("serving.elasticsearch.errors")
                        .description("Searches that Elasticsearch did not answer in full")
                        .register(registry),
                Counter.builder("serving.run.rereads")
                        .description("Answers begun again because another batch run was published meanwhile")
                        .register(registry),
                Counter.builder("serving.stale.answers")
                        .description("Answers given without Elasticsearch, marked stale")
                        .register(registry),
                Counter.builder("serving.tail.answers")
                        .description("Answers of the live tail, which held every row")
                        .register(registry));
    }
}

/**
 * The ends of the production graph: Kafka source and sinks, and the Elasticsearch sink.
 *
 * <p>All are at least once; together with deterministic records, versioned documents and consumers that drop an older
 * {@code as_of}, what is read of them is exactly once. Tests run the same graph with other ends.
 */
package io.cryptolambda.speed.flink.connectors;

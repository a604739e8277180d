/**
 * The Kafka Streams app: raw candles in, candles with rolling features out, exactly once.
 *
 * <p>{@code StreamsMain} wires, {@code FeatureTopology} is the graph, {@code FeatureProcessor} its one operator. Records
 * that break the contract go to the dead letters and never stop the app; a broken dependency is retried; a broken
 * invariant ends the process. No other module depends on this one: layers share topics and core only.
 */
package io.cryptolambda.speed.kstreams;

/**
 * What the Streams app decides about candles, without Kafka: parsing, duplicates, revisions, lateness, features to emit.
 *
 * <p>Everything is a function of the symbol's own log: no clock, no timer, no watermark. State is kept behind
 * {@link io.cryptolambda.speed.kstreams.candles.SymbolStore}, so the rules are tested against a map and run on RocksDB.
 * Only the Streams operator of the parent package depends on this one.
 */
package io.cryptolambda.speed.kstreams.candles;

/**
 * What the benchmarks of streams share: one real broker of their own, and topics filled with generated candles, the same ones
 * each time.
 */
package io.cryptolambda.bench.log;

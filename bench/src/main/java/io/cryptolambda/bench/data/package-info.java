/** Generated market data that every benchmark takes its candles from. Seeded: the same on every machine. */
package io.cryptolambda.bench.data;

/**
 * How old a candle is when it can be seen: from the moment the exchange's schedule says that its closing message goes out, to
 * an event of the stream and an answer of the API. The exchange goes on whatever happens behind it, and each candle counts
 * once from its own time, so a stage that stands still makes every candle late that it should have passed on meanwhile.
 */
package io.cryptolambda.bench.freshness;

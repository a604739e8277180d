/**
 * Test fixtures shared by the modules' tests: real recorded candles, seeded candle streams, and documents as the
 * layers write them. Depends on core alone.
 */
package io.cryptolambda.core.testing;

/**
 * Test fixtures shared by the modules' tests: real recorded candles and seeded candle streams. Depends on core alone.
 */
package io.cryptolambda.core.testing;

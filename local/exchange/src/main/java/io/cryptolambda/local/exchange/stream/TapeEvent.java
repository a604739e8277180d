package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Candle;

/**
 * Something the exchange tells about a candle.
 *
 * @param time when, in virtual time, epoch milliseconds UTC
 * @param candle how the candle stands then
 * @param closed whether it is closed
 */
record TapeEvent(long time, Candle candle, boolean closed) {}

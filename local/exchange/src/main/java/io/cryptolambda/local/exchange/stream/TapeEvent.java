package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Candle;

/**
 * Something the exchange tells about a candle.
 *
 * @param time when, in virtual time, epoch milliseconds UTC
 * @param candle the candle as it will close
 * @param closed whether it is closed by then; if not, only a part of it is told
 */
record TapeEvent(long time, Candle candle, boolean closed) {}

package io.cryptolambda.speed.kstreams.candles;

import io.cryptolambda.core.Candle;

/**
 * A candle and where the log holds it.
 *
 * @param candle the candle
 * @param position knowledge position of its record
 * @param appendTime the broker's append time of its record, epoch milliseconds UTC; for people
 */
public record LoggedCandle(Candle candle, long position, long appendTime) {}

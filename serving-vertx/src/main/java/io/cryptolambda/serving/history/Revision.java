package io.cryptolambda.serving.history;

import io.cryptolambda.core.Candle;

/**
 * One record of a candle.
 *
 * @param asOf its knowledge position
 * @param asOfTime the broker's append time, epoch milliseconds UTC
 * @param duplicate whether it says the same as the record before, and so changed nothing
 * @param candle what it says
 */
public record Revision(long asOf, long asOfTime, boolean duplicate, Candle candle) {}

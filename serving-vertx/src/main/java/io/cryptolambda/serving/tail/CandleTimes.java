package io.cryptolambda.serving.tail;

/**
 * When a candle went where, epoch milliseconds UTC.
 *
 * @param pushed whether the exchange sent it by itself as it closed; else it was asked for, maybe much later
 * @param closeTime inclusive close, by the exchange's clock
 * @param ingestedAt when it was taken, by the exchange's clock
 * @param appendedAt when the newest record that its document knows of came into the log, by the broker's clock
 */
public record CandleTimes(boolean pushed, long closeTime, long ingestedAt, long appendedAt) {}

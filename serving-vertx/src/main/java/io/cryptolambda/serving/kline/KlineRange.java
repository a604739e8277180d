package io.cryptolambda.serving.kline;

/**
 * Which klines of a symbol.
 *
 * @param from first open time wanted, epoch milliseconds UTC; null for the newest
 * @param to last open time wanted, inclusive; null for no end
 * @param limit how many at most
 */
public record KlineRange(Long from, Long to, int limit) {}

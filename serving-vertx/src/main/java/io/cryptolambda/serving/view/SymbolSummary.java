package io.cryptolambda.serving.view;

/**
 * What is newest of a symbol.
 *
 * @param symbol the exchange's symbol
 * @param partition partition of the raw topic it lives in
 * @param newestOpenTime open time of its newest candle, epoch milliseconds UTC
 * @param close that candle's close, a decimal with eight places
 * @param newestAsOfTime append time of the newest record known of it, epoch milliseconds UTC
 */
public record SymbolSummary(String symbol, int partition, long newestOpenTime, String close, long newestAsOfTime) {}

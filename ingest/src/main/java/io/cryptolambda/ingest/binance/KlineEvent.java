package io.cryptolambda.ingest.binance;

/**
 * What a stream told about a candle.
 *
 * @param eventTime the exchange's clock, epoch milliseconds UTC
 * @param interval the exchange's spelling
 * @param closed whether the candle is closed
 */
public record KlineEvent(long eventTime, String interval, boolean closed, Kline kline) {}

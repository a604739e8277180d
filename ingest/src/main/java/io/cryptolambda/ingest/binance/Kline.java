package io.cryptolambda.ingest.binance;

/**
 * A 1-minute candle as the exchange printed it, unchecked.
 *
 * @param openTime epoch milliseconds UTC
 * @param closeTime inclusive, epoch milliseconds UTC
 */
public record Kline(
        String symbol,
        long openTime,
        long closeTime,
        String open,
        String high,
        String low,
        String close,
        String volume,
        String quoteVolume,
        long trades,
        String takerBuyVolume,
        String takerBuyQuoteVolume) {}

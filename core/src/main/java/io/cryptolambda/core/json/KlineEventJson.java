package io.cryptolambda.core.json;

import io.cryptolambda.core.MarketValues;

/**
 * A kline event of the exchange's WebSocket streams, as the simulator and the Binance-compatible API send it. Trade ids are
 * not kept: first and last are -1. Times are written as they are given, in the unit that the client asked for.
 */
public final class KlineEventJson {
    private KlineEventJson() {}

    /**
     * The event on a connection for a raw stream.
     *
     * @param eventTime the exchange's clock, in the client's unit
     * @param interval as the exchange names it, such as {@code 1m}
     * @param openTime first moment of the kline, in the client's unit
     * @param closeTime last moment of the kline, inclusive, in the client's unit
     * @param closed whether the kline is final
     */
    public static String raw(
            long eventTime,
            String symbol,
            String interval,
            long openTime,
            long closeTime,
            MarketValues market,
            boolean closed) {
        return new StringBuilder(420)
                .append("{\"e\":\"kline\",\"E\":")
                .append(eventTime)
                .append(",\"s\":\"")
                .append(symbol)
                .append("\",\"k\":{\"t\":")
                .append(openTime)
                .append(",\"T\":")
                .append(closeTime)
                .append(",\"s\":\"")
                .append(symbol)
                .append("\",\"i\":\"")
                .append(interval)
                .append("\",\"f\":-1,\"L\":-1,\"o\":\"")
                .append(market.open().toPlainString())
                .append("\",\"c\":\"")
                .append(market.close().toPlainString())
                .append("\",\"h\":\"")
                .append(market.high().toPlainString())
                .append("\",\"l\":\"")
                .append(market.low().toPlainString())
                .append("\",\"v\":\"")
                .append(market.volume().toPlainString())
                .append("\",\"n\":")
                .append(market.trades())
                .append(",\"x\":")
                .append(closed)
                .append(",\"q\":\"")
                .append(market.quoteVolume().toPlainString())
                .append("\",\"V\":\"")
                .append(market.takerBuyVolume().toPlainString())
                .append("\",\"Q\":\"")
                .append(market.takerBuyQuoteVolume().toPlainString())
                .append("\",\"B\":\"0\"}}")
                .toString();
    }

    /** An event as it comes on a connection for combined streams. */
    public static String combined(String stream, String raw) {
        return "{\"stream\":\"" + stream + "\",\"data\":" + raw + "}";
    }
}

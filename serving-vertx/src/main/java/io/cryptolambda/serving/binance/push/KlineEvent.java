package io.cryptolambda.serving.binance.push;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.serving.binance.TimeUnit;
import io.cryptolambda.serving.kline.Kline;

/**
 * A kline event as the exchange sends it. Trade ids are not kept: first and last are -1.
 *
 * @param eventTime the exchange's clock, epoch milliseconds UTC
 */
record KlineEvent(long eventTime, KlineStream stream, Kline kline) {
    /** The event on a connection for a raw stream. */
    String raw(TimeUnit unit) {
        MarketValues market = kline.market();
        return new StringBuilder(420)
                .append("{\"e\":\"kline\",\"E\":")
                .append(unit.time(eventTime))
                .append(",\"s\":\"")
                .append(stream.symbol())
                .append("\",\"k\":{\"t\":")
                .append(unit.time(kline.openTime()))
                .append(",\"T\":")
                .append(unit.last(kline.closeTime()))
                .append(",\"s\":\"")
                .append(stream.symbol())
                .append("\",\"i\":\"")
                .append(stream.grid().interval().text())
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
                .append(kline.closed())
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
    static String combined(String name, String raw) {
        return "{\"stream\":\"" + name + "\",\"data\":" + raw + "}";
    }
}

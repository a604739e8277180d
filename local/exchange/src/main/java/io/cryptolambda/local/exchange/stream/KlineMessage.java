package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.local.exchange.clock.TimeUnit;
import io.cryptolambda.local.exchange.market.KlineBar;
import io.cryptolambda.local.exchange.market.KlineInterval;

/**
 * A kline event as the exchange sends it. Trade ids are not simulated: first and last are -1.
 *
 * @param eventTime epoch milliseconds UTC
 */
record KlineMessage(long eventTime, String symbol, KlineInterval interval, KlineBar bar, boolean closed) {
    /** The payload on a connection for a raw stream. */
    String raw(TimeUnit unit) {
        MarketValues market = bar.market();
        return new StringBuilder(420)
                .append("{\"e\":\"kline\",\"E\":")
                .append(unit.first(eventTime))
                .append(",\"s\":\"")
                .append(symbol)
                .append("\",\"k\":{\"t\":")
                .append(unit.first(bar.openTime()))
                .append(",\"T\":")
                .append(unit.last(bar.closeTime()))
                .append(",\"s\":\"")
                .append(symbol)
                .append("\",\"i\":\"")
                .append(interval.text())
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

    /** A payload as it comes on a connection for combined streams. */
    static String combined(String stream, String raw) {
        return "{\"stream\":\"" + stream + "\",\"data\":" + raw + "}";
    }
}

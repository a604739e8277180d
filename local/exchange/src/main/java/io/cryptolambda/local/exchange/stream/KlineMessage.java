package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import java.util.Locale;

/** The texts of a kline event, as the exchange sends them. */
final class KlineMessage {
    private KlineMessage() {}

    /** The stream that a symbol's 1-minute candles come on, such as {@code btcusdt@kline_1m}. */
    static String stream(String symbol) {
        return symbol.toLowerCase(Locale.ROOT) + "@kline_1m";
    }

    /** The payload on a connection for a raw stream. Trade ids are not simulated: first and last are -1. */
    static String raw(TapeEvent event) {
        Candle candle = event.candle();
        MarketValues market = candle.market();
        return new StringBuilder(420)
                .append("{\"e\":\"kline\",\"E\":")
                .append(event.time())
                .append(",\"s\":\"")
                .append(candle.symbol())
                .append("\",\"k\":{\"t\":")
                .append(candle.openTime())
                .append(",\"T\":")
                .append(candle.closeTime())
                .append(",\"s\":\"")
                .append(candle.symbol())
                .append("\",\"i\":\"1m\",\"f\":-1,\"L\":-1,\"o\":\"")
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
                .append(event.closed())
                .append(",\"q\":\"")
                .append(market.quoteVolume().toPlainString())
                .append("\",\"V\":\"")
                .append(market.takerBuyVolume().toPlainString())
                .append("\",\"Q\":\"")
                .append(market.takerBuyQuoteVolume().toPlainString())
                .append("\",\"B\":\"0\"}}")
                .toString();
    }

    /** The payload on a connection for combined streams. */
    static String combined(String stream, String raw) {
        return "{\"stream\":\"" + stream + "\",\"data\":" + raw + "}";
    }
}

package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.MarketView;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The bodies of answers that show the market at one virtual time. */
final class Answers {
    private Answers() {}

    /** Rows of twelve, oldest first. */
    static String klines(Market market, long now, KlineRequest request) {
        MarketView view = new MarketView(market, now);
        List<Bar> bars = view.bars(request.symbol(), request.interval(), request.from(), request.to(), request.limit());
        StringBuilder body = new StringBuilder(200 * bars.size() + 2).append('[');
        for (Bar bar : bars) {
            if (body.length() > 1) {
                body.append(',');
            }
            row(body, bar, view.closeTime(bar));
        }
        return body.append(']').toString();
    }

    /** The rolling statistics of the last 24 hours, from closed minutes and the open one. */
    static JsonObject ticker(Market market, long now, String symbol) {
        MarketView view = new MarketView(market, now);
        List<Bar> minutes = view.bars(symbol, Interval.ONE_MINUTE, Math.max(0, now - Market.DAY), now, 1441);
        JsonObject ticker = new JsonObject().put("symbol", symbol);
        if (minutes.isEmpty()) {
            return ticker.put("volume", "0.00000000")
                    .put("quoteVolume", "0.00000000")
                    .put("count", 0);
        }
        MarketValues all = minutes.stream()
                .map(Bar::market)
                .reduce(MarketValues::followedBy)
                .orElseThrow();
        return ticker.put("priceChange", all.close().subtract(all.open()).toPlainString())
                .put("lastPrice", all.close().toPlainString())
                .put("openPrice", all.open().toPlainString())
                .put("highPrice", all.high().toPlainString())
                .put("lowPrice", all.low().toPlainString())
                .put("volume", all.volume().toPlainString())
                .put("quoteVolume", all.quoteVolume().toPlainString())
                .put("openTime", now - Market.DAY)
                .put("closeTime", now)
                .put("count", all.trades());
    }

    private static void row(StringBuilder body, Bar bar, long closeTime) {
        MarketValues market = bar.market();
        body.append('[').append(bar.openTime());
        body.append(",\"").append(market.open().toPlainString());
        body.append("\",\"").append(market.high().toPlainString());
        body.append("\",\"").append(market.low().toPlainString());
        body.append("\",\"").append(market.close().toPlainString());
        body.append("\",\"").append(market.volume().toPlainString());
        body.append("\",").append(closeTime);
        body.append(",\"").append(market.quoteVolume().toPlainString());
        body.append("\",").append(market.trades());
        body.append(",\"").append(market.takerBuyVolume().toPlainString());
        body.append("\",\"").append(market.takerBuyQuoteVolume().toPlainString());
        body.append("\",\"0\"]");
    }
}

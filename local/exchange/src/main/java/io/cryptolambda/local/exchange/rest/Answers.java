package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.local.exchange.fault.FaultKind;
import io.cryptolambda.local.exchange.market.KlineBar;
import io.cryptolambda.local.exchange.market.KlineInterval;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.MarketView;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bodies of answers that show the market at one virtual time. */
final class Answers {
    private Answers() {}

    /**
     * Rows of twelve, oldest first.
     *
     * @param fault what is wrong with them; null if nothing is
     */
    static String klines(Market market, long now, KlineRequest request, KlineTimeUnit unit, FaultKind fault) {
        MarketView view = new MarketView(market, now);
        long from = fault == FaultKind.REPEATED_PAGE && request.from() >= 0
                ? Math.max(0, request.from() - request.limit() * 60_000L)
                : request.from();
        List<KlineBar> bars = new ArrayList<>(
                view.bars(request.symbol(), request.interval(), request.shift(), from, request.to(), request.limit()));
        if (fault == FaultKind.UNORDERED) {
            Collections.reverse(bars);
        }
        String rows = KlineRows.of(bars, unit);
        return fault == FaultKind.BROKEN_ROW ? rows.replaceFirst("\\[\\[\\d+", "[[null") : rows;
    }

    /** The rolling statistics of the last 24 hours, from closed minutes and the open one. */
    static JsonObject ticker(Market market, long now, String symbol) {
        List<KlineBar> minutes = new MarketView(market, now)
                .bars(symbol, KlineInterval.MINUTE, 0, Math.max(0, now - Market.DAY), now, 1441);
        JsonObject ticker = new JsonObject().put("symbol", symbol);
        if (minutes.isEmpty()) {
            return ticker.put("volume", "0.00000000")
                    .put("quoteVolume", "0.00000000")
                    .put("count", 0);
        }
        MarketValues all = minutes.stream()
                .map(KlineBar::market)
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
}

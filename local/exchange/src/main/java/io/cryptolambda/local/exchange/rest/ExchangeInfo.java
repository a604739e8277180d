package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.Symbols;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** The answer to {@code exchangeInfo}: the limits, and the symbols with the fields that clients load. */
final class ExchangeInfo {
    private ExchangeInfo() {}

    /**
     * @param trading whether a symbol is traded now
     * @param now in the unit asked for
     */
    static JsonObject of(Collection<String> symbols, Predicate<String> trading, long now, int weightLimit) {
        JsonArray list = new JsonArray();
        symbols.forEach(symbol -> list.add(symbol(symbol, trading.test(symbol) ? "TRADING" : "BREAK")));
        return new JsonObject()
                .put("timezone", "UTC")
                .put("serverTime", now)
                .put(
                        "rateLimits",
                        new JsonArray()
                                .add(limit("REQUEST_WEIGHT", "MINUTE", 1, weightLimit))
                                .add(limit("RAW_REQUESTS", "MINUTE", 5, 61_000)))
                .put("exchangeFilters", new JsonArray())
                .put("symbols", list);
    }

    private static JsonObject limit(String type, String interval, int number, int limit) {
        return new JsonObject()
                .put("rateLimitType", type)
                .put("interval", interval)
                .put("intervalNum", number)
                .put("limit", limit);
    }

    private static JsonObject symbol(String symbol, String status) {
        String[] assets = Symbols.pair(symbol).split("/");
        return new JsonObject()
                .put("symbol", symbol)
                .put("status", status)
                .put("baseAsset", assets[0])
                .put("baseAssetPrecision", 8)
                .put("quoteAsset", assets.length > 1 ? assets[1] : "")
                .put("quotePrecision", 8)
                .put("quoteAssetPrecision", 8)
                .put("baseCommissionPrecision", 8)
                .put("quoteCommissionPrecision", 8)
                .put("orderTypes", new JsonArray(List.of("LIMIT", "LIMIT_MAKER", "MARKET")))
                .put("icebergAllowed", true)
                .put("ocoAllowed", true)
                .put("otoAllowed", true)
                .put("quoteOrderQtyMarketAllowed", true)
                .put("allowTrailingStop", true)
                .put("cancelReplaceAllowed", true)
                .put("isSpotTradingAllowed", true)
                .put("isMarginTradingAllowed", false)
                .put("filters", filters())
                .put("permissions", new JsonArray())
                .put("permissionSets", new JsonArray().add(new JsonArray().add("SPOT")))
                .put("defaultSelfTradePreventionMode", "EXPIRE_MAKER")
                .put("allowedSelfTradePreventionModes", new JsonArray(List.of("EXPIRE_MAKER")));
    }

    private static JsonArray filters() {
        return new JsonArray()
                .add(range("PRICE_FILTER", "minPrice", "maxPrice", "tickSize"))
                .add(range("LOT_SIZE", "minQty", "maxQty", "stepSize"))
                .add(new JsonObject()
                        .put("filterType", "NOTIONAL")
                        .put("minNotional", "5.00000000")
                        .put("applyMinToMarket", true)
                        .put("maxNotional", "9000000.00000000")
                        .put("applyMaxToMarket", false)
                        .put("avgPriceMins", 5));
    }

    private static JsonObject range(String type, String least, String most, String step) {
        return new JsonObject()
                .put("filterType", type)
                .put(least, "0.00000001")
                .put(most, "9000000.00000000")
                .put(step, "0.00000001");
    }
}

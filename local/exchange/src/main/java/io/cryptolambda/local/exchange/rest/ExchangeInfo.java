package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.Symbols;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/** The answer to {@code exchangeInfo}: the symbols with the fields that clients load. */
final class ExchangeInfo {
    private ExchangeInfo() {}

    static JsonObject of(Collection<String> symbols, long now, int weightLimit) {
        JsonArray list = new JsonArray();
        symbols.forEach(symbol -> list.add(symbol(symbol)));
        return new JsonObject()
                .put("timezone", "UTC")
                .put("serverTime", now)
                .put(
                        "rateLimits",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("rateLimitType", "REQUEST_WEIGHT")
                                        .put("interval", "MINUTE")
                                        .put("intervalNum", 1)
                                        .put("limit", weightLimit)))
                .put("exchangeFilters", new JsonArray())
                .put("symbols", list);
    }

    private static JsonObject symbol(String symbol) {
        String[] assets = Symbols.pair(symbol).split("/");
        return new JsonObject()
                .put("symbol", symbol)
                .put("status", "TRADING")
                .put("baseAsset", assets[0])
                .put("baseAssetPrecision", 8)
                .put("quoteAsset", assets.length > 1 ? assets[1] : "")
                .put("quotePrecision", 8)
                .put("quoteAssetPrecision", 8)
                .put("orderTypes", new JsonArray(List.of("LIMIT", "MARKET")))
                .put("isSpotTradingAllowed", true)
                .put("isMarginTradingAllowed", false)
                .put(
                        "filters",
                        new JsonArray()
                                .add(filter(
                                        "PRICE_FILTER",
                                        "minPrice",
                                        "0.00000001",
                                        "maxPrice",
                                        "1000000.00000000",
                                        "tickSize"))
                                .add(filter(
                                        "LOT_SIZE", "minQty", "0.00000001", "maxQty", "9000000.00000000", "stepSize")))
                .put("permissions", new JsonArray())
                .put("permissionSets", new JsonArray().add(new JsonArray().add("SPOT")));
    }

    private static JsonObject filter(String type, String min, String least, String max, String most, String step) {
        return new JsonObject()
                .put("filterType", type)
                .put(min, least)
                .put(max, most)
                .put(step, "0.00000001");
    }
}

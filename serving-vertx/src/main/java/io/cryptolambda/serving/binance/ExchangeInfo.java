package io.cryptolambda.serving.binance;

import io.cryptolambda.core.Symbols;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The answer to {@code exchangeInfo}: the symbols with the fields that clients load. Steps are the eight places kept. */
final class ExchangeInfo {
    private static final String STEP = "0.00000001";

    private ExchangeInfo() {}

    static JsonObject of(List<String> symbols, long now, int weightLimit) {
        JsonArray limits = new JsonArray();
        if (weightLimit > 0) {
            limits.add(new JsonObject()
                    .put("rateLimitType", "REQUEST_WEIGHT")
                    .put("interval", "MINUTE")
                    .put("intervalNum", 1)
                    .put("limit", weightLimit));
        }
        JsonArray list = new JsonArray();
        symbols.forEach(symbol -> list.add(symbol(symbol)));
        return new JsonObject()
                .put("timezone", "UTC")
                .put("serverTime", now)
                .put("rateLimits", limits)
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
                .put("baseCommissionPrecision", 8)
                .put("quoteCommissionPrecision", 8)
                .put("orderTypes", new JsonArray())
                .put("icebergAllowed", false)
                .put("ocoAllowed", false)
                .put("otoAllowed", false)
                .put("quoteOrderQtyMarketAllowed", false)
                .put("allowTrailingStop", false)
                .put("cancelReplaceAllowed", false)
                .put("isSpotTradingAllowed", true)
                .put("isMarginTradingAllowed", false)
                .put("filters", filters())
                .put("permissions", new JsonArray())
                .put("permissionSets", new JsonArray().add(new JsonArray().add("SPOT")))
                .put("defaultSelfTradePreventionMode", "NONE")
                .put("allowedSelfTradePreventionModes", new JsonArray().add("NONE"));
    }

    private static JsonArray filters() {
        return new JsonArray()
                .add(new JsonObject()
                        .put("filterType", "PRICE_FILTER")
                        .put("minPrice", STEP)
                        .put("maxPrice", "1000000.00000000")
                        .put("tickSize", STEP))
                .add(new JsonObject()
                        .put("filterType", "LOT_SIZE")
                        .put("minQty", STEP)
                        .put("maxQty", "92141578736.00000000")
                        .put("stepSize", STEP));
    }
}

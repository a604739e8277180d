package io.cryptolambda.serving.udf;

import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.latest.LatestRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** What a chart is told of a symbol. */
final class SymbolInfo {
    private static final int FEWEST_PLACES = 2;

    private SymbolInfo() {}

    static JsonObject of(LatestRow newest) {
        JsonObject fields = newest.served().document().fields();
        return new JsonObject()
                .put("name", newest.symbol())
                .put("ticker", newest.symbol())
                .put("description", Symbols.pair(newest.symbol()))
                .put("type", "crypto")
                .put("session", "24x7")
                .put("timezone", "Etc/UTC")
                .put("exchange", "Binance")
                .put("listed_exchange", "Binance")
                .put("minmov", 1)
                .put("pricescale", BigDecimal.ONE.movePointRight(places(fields)).longValueExact())
                .put("has_intraday", true)
                .put("intraday_multipliers", minutes())
                .put("has_daily", true)
                .put("daily_multipliers", new JsonArray().add("1").add("3"))
                .put("has_weekly_and_monthly", true)
                .put("supported_resolutions", new JsonArray(Resolution.all()))
                .put("volume_precision", 8)
                .put("data_status", "streaming");
    }

    /** What a chart shows of it in a list. */
    static JsonObject found(String symbol) {
        return new JsonObject()
                .put("symbol", symbol)
                .put("full_name", symbol)
                .put("ticker", symbol)
                .put("description", Symbols.pair(symbol))
                .put("exchange", "Binance")
                .put("type", "crypto");
    }

    private static JsonArray minutes() {
        return new JsonArray(Resolution.all().stream()
                .filter(resolution -> Character.isDigit(resolution.charAt(resolution.length() - 1)))
                .toList());
    }

    /** Decimal places that the newest prices use. */
    private static int places(JsonObject fields) {
        return Stream.of("open", "high", "low", "close")
                .map(name -> new BigDecimal(fields.getString(name)).stripTrailingZeros())
                .mapToInt(BigDecimal::scale)
                .reduce(FEWEST_PLACES, Math::max);
    }
}

package io.cryptolambda.serving.binance;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.serving.kline.Kline;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What changed in the 24 hours before a symbol's newest candle ended. What is not kept, books and trade ids, is 0 or -1. */
final class Ticker {
    static final long DAY = 86_400_000L;

    private static final String UNKNOWN = "0.00000000";

    private Ticker() {}

    /**
     * The ticker.
     *
     * @param minutes the minutes of the 24 hours, oldest first, not empty
     * @param before close of the minute before; null if there is none
     * @param mini whether without the fields that need more than the minutes' sums
     */
    static JsonObject of(String symbol, List<Kline> minutes, BigDecimal before, boolean mini, KlineTimeUnit unit) {
        MarketValues all = minutes.stream()
                .map(Kline::market)
                .reduce(MarketValues::followedBy)
                .orElseThrow();
        long end = minutes.get(minutes.size() - 1).closeTime();
        JsonObject ticker = new JsonObject().put("symbol", symbol);
        if (!mini) {
            full(ticker, all, before == null ? all.open() : before);
        }
        return ticker.put("openPrice", all.open().toPlainString())
                .put("highPrice", all.high().toPlainString())
                .put("lowPrice", all.low().toPlainString())
                .put("lastPrice", all.close().toPlainString())
                .put("volume", all.volume().toPlainString())
                .put("quoteVolume", all.quoteVolume().toPlainString())
                .put("openTime", unit.first(end + 1 - DAY))
                .put("closeTime", unit.last(end))
                .put("firstId", -1)
                .put("lastId", -1)
                .put("count", all.trades());
    }

    private static void full(JsonObject ticker, MarketValues all, BigDecimal before) {
        BigDecimal change = all.close().subtract(all.open());
        ticker.put("priceChange", change.toPlainString())
                .put(
                        "priceChangePercent",
                        change.movePointRight(2)
                                .divide(all.open(), 3, RoundingMode.HALF_UP)
                                .toPlainString())
                .put("weightedAvgPrice", average(all))
                .put("prevClosePrice", before.toPlainString())
                .put("lastQty", UNKNOWN)
                .put("bidPrice", UNKNOWN)
                .put("bidQty", UNKNOWN)
                .put("askPrice", UNKNOWN)
                .put("askQty", UNKNOWN);
    }

    private static String average(MarketValues all) {
        return all.volume().signum() == 0
                ? UNKNOWN
                : all.quoteVolume()
                        .divide(all.volume(), MarketValues.SCALE, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}

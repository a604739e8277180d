package io.cryptolambda.serving.kline;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.serving.view.Document;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;

/**
 * A kline.
 *
 * @param openTime epoch milliseconds UTC
 * @param closeTime the exchange's inclusive close time, epoch milliseconds UTC: of an open kline the one that is planned
 * @param market the nine market values
 * @param closed whether it will not change any more but by a correction
 */
public record Kline(long openTime, long closeTime, MarketValues market, boolean closed) {
    /** The document fields that it is made of. */
    public static final List<String> FIELDS = List.of(
            "open_time",
            "close_time",
            "open",
            "high",
            "low",
            "close",
            "volume",
            "quote_volume",
            "trades",
            "taker_buy_volume",
            "taker_buy_quote_volume",
            "closed");

    /** A kept bar. Only closed candles enter the log; documents of one minute need not say so. */
    public static Kline of(Interval interval, Document document) {
        JsonObject fields = document.fields();
        boolean closed = interval == Interval.ONE_MINUTE || fields.getBoolean("closed");
        long planned = interval.end(document.openTime()) - 1;
        return new Kline(document.openTime(), closed ? fields.getLong("close_time") : planned, market(fields), closed);
    }

    /** This one, continued by a later one up to {@code closeTime}. */
    Kline followedBy(Kline later) {
        return new Kline(openTime, later.closeTime, market.followedBy(later.market), later.closed);
    }

    private static MarketValues market(JsonObject fields) {
        return new MarketValues(
                decimal(fields, "open"),
                decimal(fields, "high"),
                decimal(fields, "low"),
                decimal(fields, "close"),
                decimal(fields, "volume"),
                decimal(fields, "quote_volume"),
                fields.getLong("trades"),
                decimal(fields, "taker_buy_volume"),
                decimal(fields, "taker_buy_quote_volume"));
    }

    private static BigDecimal decimal(JsonObject fields, String name) {
        return new BigDecimal(fields.getString(name));
    }
}

package io.cryptolambda.batch.checking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.time.Instant;

/**
 * Where we and the exchange do not say the same.
 *
 * @param symbol the symbol
 * @param interval the interval
 * @param openTime epoch milliseconds UTC
 * @param ours our bar; null if we have none
 * @param exchange the exchange's values; null if it has none
 */
public record Difference(String symbol, Interval interval, long openTime, CheckedBar ours, MarketValues exchange) {

    /** What kind of difference. */
    public enum Kind {
        /** Both have a bar, with different values. */
        DIFFERENT("different"),
        /** Only the exchange has one. */
        MISSING_HERE("missing_here"),
        /** Only we have one. */
        MISSING_AT_EXCHANGE("missing_at_exchange");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As it is written in JSON. */
        public String text() {
            return text;
        }
    }

    Kind kind() {
        if (ours == null) {
            return Kind.MISSING_HERE;
        }
        return exchange == null ? Kind.MISSING_AT_EXCHANGE : Kind.DIFFERENT;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("symbol", symbol).put("interval", interval.text());
        json.put("open_time", openTime)
                .put("ts_iso", Instant.ofEpochMilli(openTime).toString());
        json.put("kind", kind().text());
        if (ours == null) {
            json.putNull("ours");
        } else {
            json.set("ours", json(ours.market()).put("candles", ours.candles()));
        }
        json.set("exchange", exchange == null ? json.nullNode() : json(exchange));
        return json;
    }

    private static ObjectNode json(MarketValues market) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("open", market.open().toPlainString());
        json.put("high", market.high().toPlainString());
        json.put("low", market.low().toPlainString());
        json.put("close", market.close().toPlainString());
        json.put("volume", market.volume().toPlainString());
        json.put("quote_volume", market.quoteVolume().toPlainString());
        json.put("trades", market.trades());
        json.put("taker_buy_volume", market.takerBuyVolume().toPlainString());
        json.put("taker_buy_quote_volume", market.takerBuyQuoteVolume().toPlainString());
        return json;
    }
}

package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.cryptolambda.core.MarketValues;
import java.io.IOException;
import java.math.BigDecimal;

/** The nine market values as fields of a flat object. */
final class MarketFields {
    private BigDecimal open;
    private BigDecimal high;
    private BigDecimal low;
    private BigDecimal close;
    private BigDecimal volume;
    private BigDecimal quoteVolume;
    private Long trades;
    private BigDecimal takerBuyVolume;
    private BigDecimal takerBuyQuoteVolume;

    static void write(JsonGenerator json, MarketValues market) throws IOException {
        Json.writeDecimal(json, "open", market.open());
        Json.writeDecimal(json, "high", market.high());
        Json.writeDecimal(json, "low", market.low());
        Json.writeDecimal(json, "close", market.close());
        Json.writeDecimal(json, "volume", market.volume());
        Json.writeDecimal(json, "quote_volume", market.quoteVolume());
        json.writeNumberField("trades", market.trades());
        Json.writeDecimal(json, "taker_buy_volume", market.takerBuyVolume());
        Json.writeDecimal(json, "taker_buy_quote_volume", market.takerBuyQuoteVolume());
    }

    boolean read(String name, JsonParser json) throws IOException {
        switch (name) {
            case "open" -> open = Json.decimal(name, json);
            case "high" -> high = Json.decimal(name, json);
            case "low" -> low = Json.decimal(name, json);
            case "close" -> close = Json.decimal(name, json);
            case "volume" -> volume = Json.decimal(name, json);
            case "quote_volume" -> quoteVolume = Json.decimal(name, json);
            case "trades" -> trades = Json.integer(name, json);
            case "taker_buy_volume" -> takerBuyVolume = Json.decimal(name, json);
            case "taker_buy_quote_volume" -> takerBuyQuoteVolume = Json.decimal(name, json);
            default -> {
                return false;
            }
        }
        return true;
    }

    MarketValues toMarketValues() {
        return new MarketValues(
                open,
                high,
                low,
                close,
                volume,
                quoteVolume,
                Json.required("trades", trades),
                takerBuyVolume,
                takerBuyQuoteVolume);
    }
}

package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.cryptolambda.core.MarketValues;
import java.io.IOException;
import java.math.BigDecimal;

/** The nine market values as fields of a flat object. */
final class MarketFields {
    private static final SerializableString TRADES = Json.name("trades");
    private static final SerializableString OPEN = Json.name("open");
    private static final SerializableString HIGH = Json.name("high");
    private static final SerializableString LOW = Json.name("low");
    private static final SerializableString CLOSE = Json.name("close");
    private static final SerializableString VOLUME = Json.name("volume");
    private static final SerializableString QUOTE_VOLUME = Json.name("quote_volume");
    private static final SerializableString TAKER_BUY_VOLUME = Json.name("taker_buy_volume");
    private static final SerializableString TAKER_BUY_QUOTE_VOLUME = Json.name("taker_buy_quote_volume");

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
        Json.writeDecimal(json, OPEN, market.open());
        Json.writeDecimal(json, HIGH, market.high());
        Json.writeDecimal(json, LOW, market.low());
        Json.writeDecimal(json, CLOSE, market.close());
        Json.writeDecimal(json, VOLUME, market.volume());
        Json.writeDecimal(json, QUOTE_VOLUME, market.quoteVolume());
        Json.writeNumber(json, TRADES, market.trades());
        Json.writeDecimal(json, TAKER_BUY_VOLUME, market.takerBuyVolume());
        Json.writeDecimal(json, TAKER_BUY_QUOTE_VOLUME, market.takerBuyQuoteVolume());
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

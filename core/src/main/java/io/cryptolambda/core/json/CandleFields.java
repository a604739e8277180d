package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Source;
import java.io.IOException;

/** A candle as fields of a flat object. */
final class CandleFields {
    private static final SerializableString INGESTED_AT = Json.name("ingested_at");
    private static final SerializableString PAIR = Json.name("pair");
    private static final SerializableString SOURCE = Json.name("source");

    private final MarketFields market = new MarketFields();
    private Long schema;
    private String exchange;
    private String symbol;
    private String pair;
    private String interval;
    private Long openTime;
    private Long closeTime;
    private String source;
    private Long ingestedAt;

    static void write(JsonGenerator json, Candle candle) throws IOException {
        Json.writeNumber(json, FieldNames.SCHEMA, Json.SCHEMA);
        Json.writeText(json, FieldNames.EXCHANGE, candle.exchange());
        Json.writeText(json, FieldNames.SYMBOL, candle.symbol());
        Json.writeText(json, PAIR, candle.pair());
        Json.writeText(json, FieldNames.INTERVAL, Interval.ONE_MINUTE.text());
        Json.writeNumber(json, FieldNames.OPEN_TIME, candle.openTime());
        Json.writeNumber(json, FieldNames.CLOSE_TIME, candle.closeTime());
        Json.writeText(json, FieldNames.TS_ISO, IsoTime.of(candle.openTime()));
        MarketFields.write(json, candle.market());
        Json.writeText(json, SOURCE, candle.source().text());
        Json.writeNumber(json, INGESTED_AT, candle.ingestedAt());
    }

    boolean read(String name, JsonParser json) throws IOException {
        switch (name) {
            case "schema" -> schema = Json.integer(name, json);
            case "exchange" -> exchange = Json.text(name, json);
            case "symbol" -> symbol = Json.text(name, json);
            case "pair" -> pair = Json.text(name, json);
            case "interval" -> interval = Json.text(name, json);
            case "open_time" -> openTime = Json.integer(name, json);
            case "close_time" -> closeTime = Json.integer(name, json);
            case "source" -> source = Json.text(name, json);
            case "ingested_at" -> ingestedAt = Json.integer(name, json);
            default -> {
                return market.read(name, json);
            }
        }
        return true;
    }

    Candle toCandle() {
        Json.requireSchema(schema);
        if (!Interval.ONE_MINUTE.text().equals(Json.required("interval", interval))) {
            throw new IllegalArgumentException("interval must be 1m, is " + interval);
        }
        return new Candle(
                exchange,
                symbol,
                pair,
                Json.required("open_time", openTime),
                Json.required("close_time", closeTime),
                market.toMarketValues(),
                Source.parse(source),
                Json.required("ingested_at", ingestedAt));
    }
}

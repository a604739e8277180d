package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Source;
import java.io.IOException;
import java.time.Instant;

/** A candle as fields of a flat object. */
final class CandleFields {
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
        json.writeNumberField("schema", Json.SCHEMA);
        json.writeStringField("exchange", candle.exchange());
        json.writeStringField("symbol", candle.symbol());
        json.writeStringField("pair", candle.pair());
        json.writeStringField("interval", Interval.ONE_MINUTE.text());
        json.writeNumberField("open_time", candle.openTime());
        json.writeNumberField("close_time", candle.closeTime());
        json.writeStringField("ts_iso", Instant.ofEpochMilli(candle.openTime()).toString());
        MarketFields.write(json, candle.market());
        json.writeStringField("source", candle.source().text());
        json.writeNumberField("ingested_at", candle.ingestedAt());
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

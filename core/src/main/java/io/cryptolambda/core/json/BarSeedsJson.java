package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.BarSeeds.SeedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The seeds of one symbol and interval: the value of {@code crypto_bars}.
 *
 * <p>A bar is packed as an array, {@code [open_time, close_time, open, high, low, close, volume, quote_volume, trades,
 * taker_buy_volume, taker_buy_quote_volume, candles, bar_as_of, bar_as_of_time, closed]}: 400 of them with the field
 * names spelled out would be three times the size.
 */
public final class BarSeedsJson {
    private BarSeedsJson() {}

    /** Writes the Kafka value. */
    public static byte[] write(BarSeeds seeds) {
        return Json.object(json -> {
            json.writeNumberField("schema", Json.SCHEMA);
            json.writeStringField("exchange", seeds.exchange());
            json.writeStringField("symbol", seeds.symbol());
            json.writeStringField("interval", seeds.interval().text());
            json.writeStringField("run_id", seeds.runId());
            json.writeNumberField("partition", seeds.partition());
            json.writeNumberField("k", seeds.k());
            json.writeBooleanField("whole_history", seeds.wholeHistory());
            json.writeArrayFieldStart("bars");
            for (SeedBar bar : seeds.bars()) {
                write(json, bar);
            }
            json.writeEndArray();
        });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if it breaks the contract, naming the field
     */
    public static BarSeeds read(byte[] value) throws IOException {
        Reader reader = new Reader();
        Json.readObject(value, reader::read);
        return reader.toBarSeeds();
    }

    private static void write(JsonGenerator json, SeedBar seed) throws IOException {
        Bar bar = seed.bar();
        MarketValues market = bar.market();
        json.writeStartArray();
        json.writeNumber(bar.openTime());
        json.writeNumber(bar.closeTime());
        json.writeString(market.open().toPlainString());
        json.writeString(market.high().toPlainString());
        json.writeString(market.low().toPlainString());
        json.writeString(market.close().toPlainString());
        json.writeString(market.volume().toPlainString());
        json.writeString(market.quoteVolume().toPlainString());
        json.writeNumber(market.trades());
        json.writeString(market.takerBuyVolume().toPlainString());
        json.writeString(market.takerBuyQuoteVolume().toPlainString());
        json.writeNumber(bar.candles());
        json.writeNumber(seed.asOf());
        json.writeNumber(seed.asOfTime());
        json.writeBoolean(seed.closed());
        json.writeEndArray();
    }

    private static final class Reader {
        private final List<PackedBar> bars = new ArrayList<>();
        private Long schema;
        private String exchange;
        private String symbol;
        private String interval;
        private String runId;
        private Long partition;
        private Long k;
        private boolean wholeHistory;

        boolean read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "schema" -> schema = Json.integer(name, json);
                case "exchange" -> exchange = Json.text(name, json);
                case "symbol" -> symbol = Json.text(name, json);
                case "interval" -> interval = Json.text(name, json);
                case "run_id" -> runId = Json.text(name, json);
                case "partition" -> partition = Json.integer(name, json);
                case "k" -> k = Json.integer(name, json);
                case "whole_history" -> wholeHistory = Json.bool(name, json);
                case "bars" -> readBars(json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void readBars(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("bars must be an array");
            }
            while (json.nextToken() == JsonToken.START_ARRAY) {
                bars.add(new PackedBar(json));
            }
        }

        BarSeeds toBarSeeds() {
            Json.requireSchema(schema);
            Interval of = Interval.parse(Json.required("interval", interval));
            return new BarSeeds(
                    Json.required("exchange", exchange),
                    Json.required("symbol", symbol),
                    of,
                    Json.required("run_id", runId),
                    Math.toIntExact(Json.required("partition", partition)),
                    Json.required("k", k),
                    wholeHistory,
                    bars.stream().map(bar -> bar.toSeedBar(of)).toList());
        }
    }

    /** A bar before its interval is known: fields of an object come in any order. */
    private static final class PackedBar {
        private final long openTime;
        private final long closeTime;
        private final MarketValues market;
        private final int candles;
        private final long asOf;
        private final long asOfTime;
        private final boolean closed;

        PackedBar(JsonParser json) throws IOException {
            openTime = integer("open_time", json);
            closeTime = integer("close_time", json);
            market = new MarketValues(
                    decimal("open", json),
                    decimal("high", json),
                    decimal("low", json),
                    decimal("close", json),
                    decimal("volume", json),
                    decimal("quote_volume", json),
                    integer("trades", json),
                    decimal("taker_buy_volume", json),
                    decimal("taker_buy_quote_volume", json));
            candles = Math.toIntExact(integer("candles", json));
            asOf = integer("bar_as_of", json);
            asOfTime = integer("bar_as_of_time", json);
            json.nextToken();
            closed = Json.bool("closed", json);
            if (json.nextToken() != JsonToken.END_ARRAY) {
                throw new IllegalArgumentException("bars has an array that is too long");
            }
        }

        SeedBar toSeedBar(Interval interval) {
            return new SeedBar(new Bar(interval, openTime, closeTime, market, candles), asOf, asOfTime, closed);
        }

        private static long integer(String name, JsonParser json) throws IOException {
            json.nextToken();
            return Json.required(name, Json.integer(name, json));
        }

        private static BigDecimal decimal(String name, JsonParser json) throws IOException {
            json.nextToken();
            return Json.decimal(name, json);
        }
    }
}

package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import java.io.IOException;
import java.util.Arrays;

/** The bar with indicators: the value of {@code crypto_indicators} and, with {@code layer}, the document of a bar. */
public final class EnrichedBarJson {
    private static final SerializableString CANDLES = Json.name("candles");
    private static final SerializableString CLOSED = Json.name("closed");

    private static final Indicator[] INDICATORS = Indicator.values();
    private static final SerializableString[] NAMES =
            Json.names(Arrays.stream(INDICATORS).map(Indicator::text));

    private EnrichedBarJson() {}

    /** Writes the Kafka value. */
    public static byte[] write(EnrichedBar enriched) {
        return Json.object(json -> writeFields(json, enriched));
    }

    /** Writes the Elasticsearch document of {@code layer}. */
    public static byte[] writeDocument(EnrichedBar enriched, Layer layer) {
        return Json.object(json -> {
            writeFields(json, enriched);
            Json.writeText(json, FieldNames.LAYER, layer.text());
        });
    }

    /**
     * Reads what {@link #write} or {@link #writeDocument} wrote.
     *
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if it breaks the contract, naming the field
     */
    public static EnrichedBar read(byte[] value) throws IOException {
        Reader reader = new Reader();
        Json.readObject(value, reader::read);
        return reader.toEnrichedBar();
    }

    private static void writeFields(JsonGenerator json, EnrichedBar enriched) throws IOException {
        Bar bar = enriched.bar();
        Json.writeNumber(json, FieldNames.SCHEMA, Json.SCHEMA);
        Json.writeText(json, FieldNames.EXCHANGE, enriched.exchange());
        Json.writeText(json, FieldNames.SYMBOL, enriched.symbol());
        Json.writeText(json, FieldNames.INTERVAL, bar.interval().text());
        Json.writeNumber(json, FieldNames.OPEN_TIME, bar.openTime());
        Json.writeNumber(json, FieldNames.CLOSE_TIME, bar.closeTime());
        Json.writeText(json, FieldNames.TS_ISO, IsoTime.of(bar.openTime()));
        MarketFields.write(json, bar.market());
        Json.writeNumber(json, CANDLES, bar.candles());
        Json.writeFlag(json, CLOSED, enriched.closed());
        for (Indicator indicator : INDICATORS) {
            Json.writeDouble(
                    json, NAMES[indicator.ordinal()], enriched.indicators().get(indicator));
        }
        Json.writeNumber(json, FieldNames.AS_OF, enriched.asOf());
        Json.writeNumber(json, FieldNames.AS_OF_TIME, enriched.asOfTime());
        Json.writeNumber(json, FieldNames.PARTITION, enriched.partition());
        Json.writeFlag(json, FieldNames.COMPLETE, enriched.complete());
    }

    private static final class Reader {
        private final MarketFields market = new MarketFields();
        private Long schema;
        private String exchange;
        private String symbol;
        private String interval;
        private Long openTime;
        private Long closeTime;
        private Long candles;
        private boolean closed;
        private final double[] indicators = new double[INDICATORS.length];
        private Long asOf;
        private Long asOfTime;
        private Long partition;
        private boolean complete;

        Reader() {
            Arrays.fill(indicators, Double.NaN);
        }

        boolean read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "schema" -> schema = Json.integer(name, json);
                case "exchange" -> exchange = Json.text(name, json);
                case "symbol" -> symbol = Json.text(name, json);
                case "interval" -> interval = Json.text(name, json);
                case "open_time" -> openTime = Json.integer(name, json);
                case "close_time" -> closeTime = Json.integer(name, json);
                case "candles" -> candles = Json.integer(name, json);
                case "closed" -> closed = Json.bool(name, json);
                case "as_of" -> asOf = Json.integer(name, json);
                case "as_of_time" -> asOfTime = Json.integer(name, json);
                case "partition" -> partition = Json.integer(name, json);
                case "complete" -> complete = Json.bool(name, json);
                default -> {
                    return readIndicator(name, json) || market.read(name, json);
                }
            }
            return true;
        }

        private boolean readIndicator(String name, JsonParser json) throws IOException {
            Indicator indicator = Indicator.find(name);
            if (indicator == null) {
                return false;
            }
            indicators[indicator.ordinal()] = Json.number(name, json);
            return true;
        }

        EnrichedBar toEnrichedBar() {
            Json.requireSchema(schema);
            Bar bar = new Bar(
                    Interval.parse(interval),
                    Json.required("open_time", openTime),
                    Json.required("close_time", closeTime),
                    market.toMarketValues(),
                    Math.toIntExact(Json.required("candles", candles)));
            return new EnrichedBar(
                    exchange,
                    symbol,
                    bar,
                    closed,
                    new Indicators(indicators),
                    Json.required("as_of", asOf),
                    Json.required("as_of_time", asOfTime),
                    Math.toIntExact(Json.required("partition", partition)),
                    complete);
        }
    }
}

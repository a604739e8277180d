package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Layer;
import java.io.IOException;
import java.util.Arrays;

/** The candle with features: the value of {@code crypto_features_1m} and, with {@code layer}, the 1-minute document. */
public final class EnrichedCandleJson {
    private static final SerializableString LOOKBACK = Json.name("lookback");
    private static final SerializableString CANDLE_AS_OF = Json.name("candle_as_of");
    private static final SerializableString LATE = Json.name("late");

    private static final Feature[] FEATURES = Feature.values();
    private static final SerializableString[] NAMES =
            Json.names(Arrays.stream(FEATURES).map(Feature::text));

    private EnrichedCandleJson() {}

    /** Writes the Kafka value. */
    public static byte[] write(EnrichedCandle enriched) {
        return Json.object(json -> writeFields(json, enriched));
    }

    /** Writes the Elasticsearch document of {@code layer}. */
    public static byte[] writeDocument(EnrichedCandle enriched, Layer layer) {
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
    public static EnrichedCandle read(byte[] value) throws IOException {
        Reader reader = new Reader();
        Json.readObject(value, reader::read);
        return reader.toEnrichedCandle();
    }

    private static void writeFields(JsonGenerator json, EnrichedCandle enriched) throws IOException {
        CandleFields.write(json, enriched.candle());
        Features features = enriched.features();
        if (features != null) {
            for (Feature feature : FEATURES) {
                Json.writeDouble(json, NAMES[feature.ordinal()], features.get(feature));
            }
            Json.writeLong(json, "gap_minutes", features.gapMinutes());
            Json.writeNumber(json, LOOKBACK, features.lookback());
        }
        Json.writeNumber(json, CANDLE_AS_OF, enriched.candlePosition());
        Json.writeNumber(json, FieldNames.AS_OF, enriched.asOf());
        Json.writeNumber(json, FieldNames.AS_OF_TIME, enriched.asOfTime());
        Json.writeNumber(json, FieldNames.PARTITION, enriched.partition());
        Json.writeFlag(json, FieldNames.COMPLETE, enriched.complete());
        Json.writeFlag(json, LATE, enriched.late());
    }

    private static final class Reader {
        private final CandleFields candle = new CandleFields();
        private final double[] features = new double[FEATURES.length];
        private Long gapMinutes;
        private Long lookback;
        private Long candlePosition;
        private Long asOf;
        private Long asOfTime;
        private Long partition;
        private boolean complete;
        private boolean late;

        Reader() {
            Arrays.fill(features, Double.NaN);
        }

        boolean read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "gap_minutes" -> gapMinutes = Json.integer(name, json);
                case "lookback" -> lookback = Json.integer(name, json);
                case "candle_as_of" -> candlePosition = Json.integer(name, json);
                case "as_of" -> asOf = Json.integer(name, json);
                case "as_of_time" -> asOfTime = Json.integer(name, json);
                case "partition" -> partition = Json.integer(name, json);
                case "complete" -> complete = Json.bool(name, json);
                case "late" -> late = Json.bool(name, json);
                default -> {
                    return readFeature(name, json) || candle.read(name, json);
                }
            }
            return true;
        }

        private boolean readFeature(String name, JsonParser json) throws IOException {
            Feature feature = Feature.find(name);
            if (feature == null) {
                return false;
            }
            features[feature.ordinal()] = Json.number(name, json);
            return true;
        }

        EnrichedCandle toEnrichedCandle() {
            return new EnrichedCandle(
                    candle.toCandle(),
                    late ? null : toFeatures(),
                    Json.required("candle_as_of", candlePosition),
                    Json.required("as_of", asOf),
                    Json.required("as_of_time", asOfTime),
                    Math.toIntExact(Json.required("partition", partition)),
                    complete,
                    late);
        }

        private Features toFeatures() {
            return new Features(features, gapMinutes, Math.toIntExact(Json.required("lookback", lookback)));
        }
    }
}

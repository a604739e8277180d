package io.cryptolambda.serving.tail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.Symbols;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads of a value of {@code crypto_features_1m} or {@code crypto_indicators} what the tail needs; the rest is read only
 * when it is asked for. A fast replay brings more values than can be read in full.
 */
final class TailDocumentParser {
    private static final JsonFactory FACTORY = new JsonFactory();

    private String symbol;
    private String interval;
    private Long openTime;
    private Long asOf;
    private Long ingestedAt;
    private Long closeTime;
    private Long asOfTime;
    private boolean pushed;
    private Long partition;
    private Boolean complete;
    private boolean late;

    private TailDocumentParser() {}

    /**
     * The document; empty for a late candle, which the speed layer serves no document of.
     *
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if it breaks the contract, naming the field
     */
    static Optional<TailDocument> parse(byte[] value) throws IOException {
        if (value == null) {
            throw new IllegalArgumentException("value is missing");
        }
        for (byte each : value) {
            if (each == '\n' || each == '\r') {
                throw new IllegalArgumentException("the value is more than one line");
            }
        }
        TailDocumentParser fields = new TailDocumentParser();
        try (JsonParser json = FACTORY.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                fields.read(name, json);
            }
        }
        return fields.late ? Optional.empty() : Optional.of(fields.document(value));
    }

    private void read(String name, JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        switch (name) {
            case "symbol" -> symbol = json.getText();
            case "interval" -> interval = json.getText();
            case "open_time" -> openTime = whole(name, json, token);
            case "as_of" -> asOf = whole(name, json, token);
            case "close_time" -> closeTime = whole(name, json, token);
            case "as_of_time" -> asOfTime = whole(name, json, token);
            case "source" -> pushed = Source.WS.text().equals(json.getText());
            case "ingested_at" -> ingestedAt = whole(name, json, token);
            case "partition" -> partition = whole(name, json, token);
            case "complete" -> complete = token == JsonToken.VALUE_TRUE;
            case "late" -> late = token == JsonToken.VALUE_TRUE;
            default -> json.skipChildren();
        }
    }

    private static long whole(String name, JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return json.getLongValue();
    }

    private TailDocument document(byte[] value) {
        SeriesKey key = new SeriesKey(Symbols.requireValid(symbol), Interval.parse(interval));
        return new TailDocument(
                key,
                required("open_time", openTime),
                required("as_of", asOf),
                Math.toIntExact(required("partition", partition)),
                required("complete", complete),
                ingestedAt == null ? null : times(),
                value);
    }

    private CandleTimes times() {
        return new CandleTimes(pushed, required("close_time", closeTime), ingestedAt, required("as_of_time", asOfTime));
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}

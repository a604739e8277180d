package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonParser;
import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Interval;
import java.io.IOException;

/** The value of the gap ledger's topic. */
public final class GapJson {
    private GapJson() {}

    /** Writes the value. */
    public static byte[] write(Gap gap) {
        return Json.object(json -> {
            json.writeNumberField("schema", Json.SCHEMA);
            json.writeStringField("exchange", gap.exchange());
            json.writeStringField("symbol", gap.symbol());
            json.writeStringField("interval", Interval.ONE_MINUTE.text());
            json.writeNumberField("from", gap.from());
            json.writeNumberField("to", gap.to());
            json.writeNumberField("minutes", gap.minutes());
            json.writeStringField("cause", gap.cause().text());
            json.writeNumberField("found_at", gap.foundAt());
            json.writeNumberField("asked_at", gap.askedAt());
            json.writeNumberField("asked", gap.asked());
        });
    }

    /** Reads a value that anybody may have written. */
    public static Parsed<Gap> parse(byte[] value) {
        if (value == null) {
            return new Parsed.Rejected<>("value is missing");
        }
        Reader reader = new Reader();
        try {
            Json.readObject(value, reader::read);
            return new Parsed.Ok<>(reader.gap());
        } catch (IOException e) {
            return new Parsed.Rejected<>("not JSON");
        } catch (IllegalArgumentException e) {
            return new Parsed.Rejected<>(e.getMessage());
        }
    }

    private static final class Reader {
        private Long schema;
        private String exchange;
        private String symbol;
        private Long from;
        private Long to;
        private Gap.Cause cause;
        private Long foundAt;
        private Long askedAt;
        private Long asked;

        boolean read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "schema" -> schema = Json.integer(name, json);
                case "exchange" -> exchange = Json.text(name, json);
                case "symbol" -> symbol = Json.text(name, json);
                case "from" -> from = Json.integer(name, json);
                case "to" -> to = Json.integer(name, json);
                case "cause" -> cause = Gap.Cause.parse(Json.text(name, json));
                case "found_at" -> foundAt = Json.integer(name, json);
                case "asked_at" -> askedAt = Json.integer(name, json);
                case "asked" -> asked = Json.integer(name, json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        Gap gap() {
            Json.requireSchema(schema);
            return new Gap(
                    exchange,
                    symbol,
                    Json.required("from", from),
                    Json.required("to", to),
                    cause,
                    Json.required("found_at", foundAt),
                    Json.required("asked_at", askedAt),
                    (int) Math.min(Integer.MAX_VALUE, Json.required("asked", asked)));
        }
    }
}

package io.cryptolambda.core.json;

import io.cryptolambda.core.Candle;
import java.io.IOException;

/** The raw candle: the value of {@code crypto_ohlcv_1m}. */
public final class CandleJson {
    private CandleJson() {}

    /** Writes UTF-8 JSON. */
    public static byte[] write(Candle candle) {
        return Json.object(json -> CandleFields.write(json, candle));
    }

    /** Reads UTF-8 JSON that anybody may have written; null is rejected as well. */
    public static Parsed<Candle> parse(byte[] value) {
        if (value == null) {
            return new Parsed.Rejected<>("value is missing");
        }
        CandleFields fields = new CandleFields();
        try {
            Json.readObject(value, fields::read);
            return new Parsed.Ok<>(fields.toCandle());
        } catch (IOException e) {
            return new Parsed.Rejected<>("not valid JSON: " + firstLine(e.getMessage()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Parsed.Rejected<>(e.getMessage());
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}

package io.cryptolambda.core.json;

import io.cryptolambda.core.Candle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a record of the raw topic, which anybody may have written: the one rule of what every layer takes and refuses. */
public final class RawCandleParser {
    /** Longest value accepted, in bytes: a candle has about 450, and what is accepted must fit the next topic. */
    public static final int LONGEST_VALUE = 16 * 1024;

    private RawCandleParser() {}

    /** The candle, if value and key keep the contract. */
    public static Parsed<Candle> parse(byte[] key, byte[] value) {
        if (key == null) {
            return new Parsed.Rejected<>("key is missing");
        }
        if (value != null && value.length > LONGEST_VALUE) {
            return new Parsed.Rejected<>("value is longer than " + LONGEST_VALUE + " bytes");
        }
        Parsed<Candle> parsed = CandleJson.parse(value);
        if (parsed instanceof Parsed.Ok<Candle> ok && !isKey(key, ok.value().symbol())) {
            return new Parsed.Rejected<>("key is not the symbol");
        }
        return parsed;
    }

    private static boolean isKey(byte[] key, String symbol) {
        return Arrays.equals(key, symbol.getBytes(StandardCharsets.UTF_8));
    }
}

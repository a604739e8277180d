package io.cryptolambda.batch.master;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a record of the raw topic, which anybody may have written, by the same rule as the speed layer. */
final class RawRecord {
    private static final int LONGEST_VALUE = 16 * 1024;

    private RawRecord() {}

    /** The candle, if key and value keep the contract. */
    static Parsed<Candle> parse(byte[] key, byte[] value) {
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

package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.oracle.LoggedCandle;
import java.nio.charset.StandardCharsets;

/** A row of the master dataset as the batch layer's {@code export} writes it: position, append time, the candle's JSON. */
final class LoggedCandleText {
    private static final String SEPARATOR = "\t";

    private LoggedCandleText() {}

    /** @throws IllegalStateException if it is not what {@code export} writes */
    static LoggedCandle read(String line) {
        String[] parts = line.split(SEPARATOR, 3);
        if (parts.length == 3
                && CandleJson.parse(parts[2].getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Ok<Candle> ok) {
            return new LoggedCandle(ok.value(), Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
        throw new IllegalStateException("not a row of the master dataset: " + line);
    }
}

package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A stored candle: position and append time, eight bytes each, then core's JSON of the candle. */
final class LoggedCandleCodec {
    private static final int PREFIX = 2 * Long.BYTES;

    private LoggedCandleCodec() {}

    static byte[] encode(LoggedCandle logged) {
        byte[] json = CandleJson.write(logged.candle());
        return ByteBuffer.allocate(PREFIX + json.length)
                .putLong(logged.position())
                .putLong(logged.appendTime())
                .put(json)
                .array();
    }

    /** @throws IllegalStateException if the bytes are not of {@link #encode}: the store is broken */
    static LoggedCandle decode(byte[] value) {
        Parsed<Candle> parsed = CandleJson.parse(Arrays.copyOfRange(value, PREFIX, value.length));
        if (parsed instanceof Parsed.Ok<Candle> ok) {
            ByteBuffer prefix = ByteBuffer.wrap(value);
            return new LoggedCandle(ok.value(), prefix.getLong(), prefix.getLong());
        }
        throw new IllegalStateException("stored candle cannot be read: " + parsed);
    }
}

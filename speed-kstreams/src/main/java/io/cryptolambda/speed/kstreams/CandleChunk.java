package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.packed.PackedCandle;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The candles of a symbol in a quarter of an hour, which are stored as one value: while the app catches up, many candles
 * cost one write, and none has to be deleted by itself.
 *
 * <p>The stored form is a number for the form, then position, append time and the packed candle of each, in open-time
 * order. The bytes are kept beside the candles, so that the newest is appended to them. Once each candle was a value of its
 * own, position and append time followed by its JSON; that form is read too.
 */
final class CandleChunk {
    private static final long MILLIS = 15 * 60_000L;

    // No knowledge position begins with it, which the form of before has in front.
    private static final byte FORM = -1;
    private static final int FORMER_PREFIX = 2 * Long.BYTES;
    private static final int EXPECTED_BYTES = 2_048;

    private final List<LoggedCandle> candles = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(EXPECTED_BYTES);

    /** An empty one. */
    CandleChunk() {
        bytes.write(FORM);
    }

    /** Open time of the chunk that {@code openTime} is in, epoch milliseconds UTC. */
    static long startOf(long openTime) {
        return openTime - openTime % MILLIS;
    }

    /** @throws IllegalStateException if the bytes are not of {@link #encode} or of the form of before: the store is broken */
    static CandleChunk decode(byte[] value) {
        CandleChunk chunk = new CandleChunk();
        if (isOfFormerForm(value)) {
            chunk.put(formerCandle(value));
            return chunk;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value, 1, value.length - 1))) {
            while (in.available() > 0) {
                long position = in.readLong();
                long appendTime = in.readLong();
                chunk.candles.add(new LoggedCandle(PackedCandle.read(in), position, appendTime));
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("stored candles cannot be read", e);
        }
        chunk.bytes.write(value, 1, value.length - 1);
        return chunk;
    }

    /** Whether the value is a single candle, as it was stored once. */
    static boolean isOfFormerForm(byte[] value) {
        return value[0] != FORM;
    }

    /** The candle of {@code openTime}; null where none. */
    LoggedCandle get(long openTime) {
        for (LoggedCandle candle : candles) {
            if (candle.candle().openTime() == openTime) {
                return candle;
            }
        }
        return null;
    }

    /** All of them, in open-time order. */
    List<LoggedCandle> candles() {
        return candles;
    }

    /** Adds the candle, or replaces the one of its open time. */
    void put(LoggedCandle candle) {
        long openTime = candle.candle().openTime();
        int at = candles.size();
        while (at > 0 && candles.get(at - 1).candle().openTime() >= openTime) {
            at--;
        }
        if (at == candles.size()) {
            candles.add(candle);
            append(candle);
            return;
        }
        if (candles.get(at).candle().openTime() == openTime) {
            candles.set(at, candle);
        } else {
            candles.add(at, candle);
        }
        bytes.reset();
        bytes.write(FORM);
        candles.forEach(this::append);
    }

    byte[] encode() {
        return bytes.toByteArray();
    }

    private void append(LoggedCandle logged) {
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(logged.position());
            out.writeLong(logged.appendTime());
            PackedCandle.write(out, logged.candle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoggedCandle formerCandle(byte[] value) {
        Parsed<Candle> parsed = CandleJson.parse(Arrays.copyOfRange(value, FORMER_PREFIX, value.length));
        if (parsed instanceof Parsed.Ok<Candle> ok) {
            ByteBuffer prefix = ByteBuffer.wrap(value);
            return new LoggedCandle(ok.value(), prefix.getLong(), prefix.getLong());
        }
        throw new IllegalStateException("stored candle cannot be read: " + parsed);
    }
}

package io.cryptolambda.speed.kstreams;

import io.cryptolambda.speed.kstreams.candles.KnownHistory;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.SymbolStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One symbol's part of the task's stores. A candle's key is the symbol, a zero byte, and the open time in big-endian
 * order, so that a symbol's candles lie together and in order; the zero byte keeps a symbol apart from a longer one.
 */
final class StreamsSymbolStore implements SymbolStore {
    private final byte[] symbol;
    private final Bytes historyKey;
    private final KeyValueStore<Bytes, byte[]> candles;
    private final KeyValueStore<Bytes, byte[]> knowledge;

    StreamsSymbolStore(String symbol, KeyValueStore<Bytes, byte[]> candles, KeyValueStore<Bytes, byte[]> knowledge) {
        this.symbol = symbol.getBytes(StandardCharsets.UTF_8);
        this.historyKey = Bytes.wrap(this.symbol);
        this.candles = candles;
        this.knowledge = knowledge;
    }

    @Override
    public LoggedCandle candle(long openTime) {
        byte[] value = candles.get(key(openTime));
        return value == null ? null : LoggedCandleCodec.decode(value);
    }

    @Override
    public void put(LoggedCandle candle) {
        candles.put(key(candle.candle().openTime()), LoggedCandleCodec.encode(candle));
    }

    @Override
    public void delete(long openTime) {
        candles.put(key(openTime), null);
    }

    @Override
    public void forEachCandle(Consumer<LoggedCandle> action) {
        try (KeyValueIterator<Bytes, byte[]> held = candles.range(key(0), key(Long.MAX_VALUE))) {
            held.forEachRemaining(entry -> action.accept(LoggedCandleCodec.decode(entry.value)));
        }
    }

    @Override
    public KnownHistory history() {
        byte[] value = knowledge.get(historyKey);
        if (value == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new KnownHistory(buffer.getLong(), buffer.getLong());
    }

    @Override
    public void put(KnownHistory history) {
        byte[] value = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(history.stretchFrom())
                .putLong(history.doubtUntil())
                .array();
        knowledge.put(historyKey, value);
    }

    private Bytes key(long openTime) {
        return Bytes.wrap(ByteBuffer.allocate(symbol.length + 1 + Long.BYTES)
                .put(symbol)
                .put((byte) 0)
                .putLong(openTime)
                .array());
    }
}

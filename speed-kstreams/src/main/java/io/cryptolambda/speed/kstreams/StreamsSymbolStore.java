package io.cryptolambda.speed.kstreams;

import io.cryptolambda.speed.kstreams.candles.KnownHistory;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.SymbolStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One symbol's part of the task's stores. A chunk's key is the symbol, a zero byte, and the open time in big-endian
 * order, so that a symbol's candles lie together and in order; the zero byte keeps a symbol apart from a longer one. The
 * chunk used last is kept at hand: candles mostly come in order.
 */
final class StreamsSymbolStore implements SymbolStore {
    private static final long NONE = -1;

    private final byte[] symbol;
    private final Bytes historyKey;
    private final KeyValueStore<Bytes, byte[]> candles;
    private final KeyValueStore<Bytes, byte[]> knowledge;
    private CandleChunk atHand = new CandleChunk();
    private Bytes atHandKey;
    private long atHandStart = NONE;
    private long forgettingStart = NONE;

    StreamsSymbolStore(String symbol, KeyValueStore<Bytes, byte[]> candles, KeyValueStore<Bytes, byte[]> knowledge) {
        this.symbol = symbol.getBytes(StandardCharsets.UTF_8);
        this.historyKey = Bytes.wrap(this.symbol);
        this.candles = candles;
        this.knowledge = knowledge;
    }

    @Override
    public LoggedCandle candle(long openTime) {
        return chunk(CandleChunk.startOf(openTime)).get(openTime);
    }

    @Override
    public void put(LoggedCandle candle) {
        long start = CandleChunk.startOf(candle.candle().openTime());
        CandleChunk chunk = chunk(start);
        chunk.put(candle);
        candles.put(atHandKey, chunk.encode());
    }

    /** Deletes a chunk when a candle after it is forgotten: until then some of it is held a little longer. */
    @Override
    public void forget(long openTime) {
        long start = CandleChunk.startOf(openTime);
        if (forgettingStart != NONE && start != forgettingStart) {
            candles.put(key(forgettingStart), null);
        }
        forgettingStart = start;
    }

    @Override
    public void forEachCandle(Consumer<LoggedCandle> action) {
        List<LoggedCandle> ofFormerForm = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> held = candles.range(key(0), key(Long.MAX_VALUE))) {
            while (held.hasNext()) {
                KeyValue<Bytes, byte[]> entry = held.next();
                List<LoggedCandle> of = CandleChunk.decode(entry.value).candles();
                if (CandleChunk.isOfFormerForm(entry.value)) {
                    ofFormerForm.addAll(of);
                }
                of.forEach(action);
            }
        }
        ofFormerForm.forEach(this::putInChunk);
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

    private void putInChunk(LoggedCandle ofFormerForm) {
        candles.delete(key(ofFormerForm.candle().openTime()));
        put(ofFormerForm);
    }

    private CandleChunk chunk(long start) {
        if (start != atHandStart) {
            atHandKey = key(start);
            byte[] value = candles.get(atHandKey);
            atHand = value == null ? new CandleChunk() : CandleChunk.decode(value);
            atHandStart = start;
        }
        return atHand;
    }

    private Bytes key(long openTime) {
        return Bytes.wrap(ByteBuffer.allocate(symbol.length + 1 + Long.BYTES)
                .put(symbol)
                .put((byte) 0)
                .putLong(openTime)
                .array());
    }
}

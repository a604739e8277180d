package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Interval;
import io.cryptolambda.speed.flink.bars.BarCodec;
import io.cryptolambda.speed.flink.bars.BarStore;
import io.cryptolambda.speed.flink.bars.HeadCodec;
import io.cryptolambda.speed.flink.bars.HeldCandle;
import io.cryptolambda.speed.flink.bars.KnownBar;
import io.cryptolambda.speed.flink.bars.SymbolHead;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * The store of the symbol that is the operator's current key, in Flink's keyed state: one packed value per candle, one
 * per closed bar, and the head. With RocksDB a candle in order costs one small write and no read: the heads, which change
 * with every candle, are kept aside and written by {@link #writeHeads} before each checkpoint.
 */
final class KeyedBarStore implements BarStore {
    private final ValueState<byte[]> head;
    private final MapState<Long, byte[]> candles;
    private final MapState<Long, byte[]> bars;
    private final MapState<Integer, BarSeeds> waiting;

    private final Supplier<String> symbol;
    private final Map<String, SymbolHead> changedHeads = new HashMap<>();

    /** @param symbol the operator's current key */
    KeyedBarStore(RuntimeContext context, Supplier<String> symbol) {
        this.symbol = symbol;
        head = context.getState(
                new ValueStateDescriptor<>("head", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        candles = context.getMapState(mapOf("candles"));
        bars = context.getMapState(mapOf("bars"));
        waiting = context.getMapState(new MapStateDescriptor<>("waiting-seeds", Types.INT, RecordTypes.SEEDS));
    }

    private static MapStateDescriptor<Long, byte[]> mapOf(String name) {
        return new MapStateDescriptor<>(name, Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    @Override
    public SymbolHead head() {
        SymbolHead changed = changedHeads.get(symbol.get());
        if (changed != null) {
            return changed;
        }
        byte[] value = access(head::value);
        return value == null ? SymbolHead.EMPTY : HeadCodec.decode(value);
    }

    @Override
    public void head(SymbolHead newHead) {
        changedHeads.put(symbol.get(), newHead);
    }

    /**
     * Writes the heads that have changed.
     *
     * @param key makes a symbol the operator's current key
     */
    void writeHeads(Consumer<String> key) {
        changedHeads.forEach((of, changed) -> {
            key.accept(of);
            change(() -> head.update(HeadCodec.encode(changed)));
        });
        changedHeads.clear();
    }

    @Override
    public HeldCandle candle(long openTime) {
        byte[] value = access(() -> candles.get(openTime));
        return value == null ? null : BarCodec.decodeCandle(openTime, value);
    }

    @Override
    public void put(HeldCandle candle) {
        change(() -> candles.put(candle.minute().openTime(), BarCodec.encode(candle)));
    }

    @Override
    public void removeCandle(long openTime) {
        change(() -> candles.remove(openTime));
    }

    @Override
    public KnownBar bar(Interval interval, long openTime) {
        long key = BarCodec.key(interval, openTime);
        byte[] value = access(() -> bars.get(key));
        return value == null ? null : BarCodec.decode(key, value);
    }

    @Override
    public void put(KnownBar known) {
        long key = BarCodec.key(known.bar().interval(), known.bar().openTime());
        change(() -> bars.put(key, BarCodec.encode(known)));
    }

    @Override
    public void removeBar(Interval interval, long openTime) {
        change(() -> bars.remove(BarCodec.key(interval, openTime)));
    }

    @Override
    public List<KnownBar> closedBars() {
        List<KnownBar> all = new ArrayList<>();
        for (Map.Entry<Long, byte[]> entry : access(bars::entries)) {
            all.add(BarCodec.decode(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    @Override
    public BarSeeds waitingSeeds(Interval interval) {
        return access(() -> waiting.get(interval.ordinal()));
    }

    @Override
    public void putWaiting(BarSeeds seeds) {
        change(() -> waiting.put(seeds.interval().ordinal(), seeds));
    }

    @Override
    public void clearWaiting() {
        change(waiting::clear);
    }

    private interface Access<T> {
        T get() throws Exception;
    }

    private interface Change {
        void make() throws Exception;
    }

    private static <T> T access(Access<T> access) {
        try {
            return access.get();
        } catch (Exception e) {
            throw new FlinkRuntimeException("state of bars cannot be read", e);
        }
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (Exception e) {
            throw new FlinkRuntimeException("state of bars cannot be written", e);
        }
    }
}

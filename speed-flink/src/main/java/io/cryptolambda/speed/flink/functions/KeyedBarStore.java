package io.cryptolambda.speed.flink.functions;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.speed.flink.bars.BarCodec;
import io.cryptolambda.speed.flink.bars.BarStore;
import io.cryptolambda.speed.flink.bars.SymbolHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * per closed bar, and the head. With RocksDB a candle in order costs two small writes and no read.
 */
final class KeyedBarStore implements BarStore {
    private final ValueState<byte[]> head;
    private final MapState<Long, byte[]> candles;
    private final MapState<Long, byte[]> bars;

    KeyedBarStore(RuntimeContext context) {
        head = context.getState(
                new ValueStateDescriptor<>("head", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        candles = context.getMapState(mapOf("candles"));
        bars = context.getMapState(mapOf("bars"));
    }

    private static MapStateDescriptor<Long, byte[]> mapOf(String name) {
        return new MapStateDescriptor<>(name, Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    @Override
    public SymbolHead head() {
        byte[] value = access(head::value);
        return value == null ? null : BarCodec.decodeHead(value);
    }

    @Override
    public void head(SymbolHead newHead) {
        change(() -> head.update(BarCodec.encode(newHead)));
    }

    @Override
    public Bar get(Interval interval, long openTime) {
        long key = BarCodec.key(interval, openTime);
        byte[] value = access(() -> of(interval).get(key));
        return value == null ? null : BarCodec.decode(key, value);
    }

    @Override
    public void put(Bar bar) {
        change(() -> of(bar.interval()).put(BarCodec.key(bar.interval(), bar.openTime()), BarCodec.encode(bar)));
    }

    @Override
    public void remove(Interval interval, long openTime) {
        change(() -> of(interval).remove(BarCodec.key(interval, openTime)));
    }

    @Override
    public List<Bar> closedBars() {
        List<Bar> all = new ArrayList<>();
        for (Map.Entry<Long, byte[]> entry : access(bars::entries)) {
            all.add(BarCodec.decode(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    private MapState<Long, byte[]> of(Interval interval) {
        return interval == Interval.ONE_MINUTE ? candles : bars;
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

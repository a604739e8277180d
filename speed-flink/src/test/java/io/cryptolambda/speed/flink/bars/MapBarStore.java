package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored bytes of one symbol in a map: what survives a restart, and nothing else. */
final class MapBarStore implements BarStore {
    private final Map<Long, byte[]> values = new HashMap<>();
    private byte[] head;

    int size() {
        return values.size();
    }

    @Override
    public SymbolHead head() {
        return head == null ? null : BarCodec.decodeHead(head);
    }

    @Override
    public void head(SymbolHead newHead) {
        head = BarCodec.encode(newHead);
    }

    @Override
    public Bar get(Interval interval, long openTime) {
        long key = BarCodec.key(interval, openTime);
        byte[] value = values.get(key);
        return value == null ? null : BarCodec.decode(key, value);
    }

    @Override
    public void put(Bar bar) {
        values.put(BarCodec.key(bar.interval(), bar.openTime()), BarCodec.encode(bar));
    }

    @Override
    public void remove(Interval interval, long openTime) {
        values.remove(BarCodec.key(interval, openTime));
    }

    @Override
    public List<Bar> closedBars() {
        return values.entrySet().stream()
                .map(entry -> BarCodec.decode(entry.getKey(), entry.getValue()))
                .filter(bar -> bar.interval() != Interval.ONE_MINUTE)
                .toList();
    }
}

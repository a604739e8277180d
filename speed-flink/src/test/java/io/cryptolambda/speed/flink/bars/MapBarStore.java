package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.BarSeedsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored bytes of one symbol in maps: what survives a restart, and nothing else. */
final class MapBarStore implements BarStore {
    private final Map<Long, byte[]> candles = new HashMap<>();
    private final Map<Long, byte[]> bars = new HashMap<>();
    private final Map<Interval, byte[]> waiting = new EnumMap<>(Interval.class);
    private byte[] head;

    /** Number of values held. */
    int size() {
        return candles.size() + bars.size() + waiting.size();
    }

    @Override
    public SymbolHead head() {
        return head == null ? SymbolHead.EMPTY : HeadCodec.decode(head);
    }

    @Override
    public void head(SymbolHead newHead) {
        head = HeadCodec.encode(newHead);
    }

    @Override
    public HeldCandle candle(long openTime) {
        byte[] value = candles.get(openTime);
        return value == null ? null : BarCodec.decodeCandle(openTime, value);
    }

    @Override
    public void put(HeldCandle candle) {
        candles.put(candle.openTime(), BarCodec.encode(candle));
    }

    @Override
    public void removeCandle(long openTime) {
        candles.remove(openTime);
    }

    @Override
    public KnownBar bar(Interval interval, long openTime) {
        long key = BarCodec.key(interval, openTime);
        byte[] value = bars.get(key);
        return value == null ? null : BarCodec.decode(key, value);
    }

    @Override
    public void put(KnownBar bar) {
        bars.put(BarCodec.key(bar.bar().interval(), bar.openTime()), BarCodec.encode(bar));
    }

    @Override
    public void removeBar(Interval interval, long openTime) {
        bars.remove(BarCodec.key(interval, openTime));
    }

    @Override
    public List<KnownBar> closedBars() {
        return bars.entrySet().stream()
                .map(entry -> BarCodec.decode(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public BarSeeds waitingSeeds(Interval interval) {
        byte[] value = waiting.get(interval);
        try {
            return value == null ? null : BarSeedsJson.read(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void putWaiting(BarSeeds seeds) {
        waiting.put(seeds.interval(), BarSeedsJson.write(seeds));
    }

    @Override
    public void clearWaiting() {
        waiting.clear();
    }
}

package io.cryptolambda.speed.kstreams.candles;

import java.util.TreeMap;
import java.util.function.Consumer;

/** A symbol's state in a map: what is lost with the process. Shared with the benchmarks. */
public final class MapSymbolStore implements SymbolStore {
    final TreeMap<Long, LoggedCandle> candles = new TreeMap<>();
    private KnownHistory history;

    @Override
    public LoggedCandle candle(long openTime) {
        return candles.get(openTime);
    }

    @Override
    public void put(LoggedCandle candle) {
        candles.put(candle.candle().openTime(), candle);
    }

    @Override
    public void forget(long openTime) {
        candles.remove(openTime);
    }

    @Override
    public void forEachCandle(Consumer<LoggedCandle> action) {
        candles.values().forEach(action);
    }

    @Override
    public KnownHistory history() {
        return history;
    }

    @Override
    public void put(KnownHistory history) {
        this.history = history;
    }
}

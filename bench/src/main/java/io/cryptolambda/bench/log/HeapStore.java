package io.cryptolambda.bench.log;

import io.cryptolambda.speed.kstreams.candles.KnownHistory;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.SymbolStore;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A symbol's candles on the heap alone: what is lost with the process. */
public final class HeapStore implements SymbolStore {
    private final TreeMap<Long, LoggedCandle> candles = new TreeMap<>();
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
    public void put(KnownHistory changed) {
        history = changed;
    }
}

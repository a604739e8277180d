package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the days used last, so that a month of many symbols need not fit into memory. */
final class DayCache {
    private static final int SYMBOL_DAYS = 128;

    private final Source source;
    private final Map<Key, List<Candle>> days = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Candle>> eldest) {
            return size() > SYMBOL_DAYS;
        }
    };

    DayCache(Source source) {
        this.source = source;
    }

    /** Where a day comes from when it is not kept. */
    interface Source {
        List<Candle> load(String symbol, long day);
    }

    synchronized List<Candle> day(String symbol, long day) {
        Key key = new Key(symbol, day);
        List<Candle> candles = days.get(key);
        if (candles == null) {
            candles = source.load(symbol, day);
            days.put(key, candles);
        }
        return candles;
    }

    private record Key(String symbol, long day) {}
}

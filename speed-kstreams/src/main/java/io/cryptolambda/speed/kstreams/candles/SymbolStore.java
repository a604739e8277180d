package io.cryptolambda.speed.kstreams.candles;

import java.util.function.Consumer;

/** The durable state of one symbol. Written as the log is read; {@link SymbolCandles} can be built from it at any time. */
public interface SymbolStore {
    /** The candle of {@code openTime}, or null. */
    LoggedCandle candle(long openTime);

    /** Adds or replaces. */
    void put(LoggedCandle candle);

    /** The candle of {@code openTime} is needed no more. Told oldest first, and nothing is put before it again. */
    void forget(long openTime);

    /** Every candle held, in open-time order: one scan. */
    void forEachCandle(Consumer<LoggedCandle> action);

    /** How far back the candles are known; null for a symbol never seen. */
    KnownHistory history();

    /** Replaces it. */
    void put(KnownHistory history);
}

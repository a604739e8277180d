package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Interval;
import java.util.List;

/** The durable state of one symbol. Every write is of one small value; only {@link #closedBars} reads more. */
public interface BarStore {

    /** The head; {@link SymbolHead#EMPTY} before anything else was stored. */
    SymbolHead head();

    /** Replaces the head. */
    void head(SymbolHead head);

    /** The candle at {@code openTime}; null where none is held. */
    HeldCandle candle(long openTime);

    /** Adds or replaces the candle of its open time. */
    void put(HeldCandle candle);

    /** Removes a candle; nothing happens where there is none. */
    void removeCandle(long openTime);

    /** The closed bar of {@code interval} at {@code openTime}; null where none. */
    KnownBar bar(Interval interval, long openTime);

    /** Adds or replaces the bar of its interval and open time. */
    void put(KnownBar bar);

    /** Removes a bar; nothing happens where there is none. */
    void removeBar(Interval interval, long openTime);

    /** All closed bars, in any order: read when a symbol is touched first after a restart, and when it is seeded. */
    List<KnownBar> closedBars();

    /** Seeds of an interval that wait for the others of their run; null where none. */
    BarSeeds waitingSeeds(Interval interval);

    /** Adds or replaces the waiting seeds of their interval. */
    void putWaiting(BarSeeds seeds);

    /** Removes all waiting seeds. */
    void clearWaiting();
}

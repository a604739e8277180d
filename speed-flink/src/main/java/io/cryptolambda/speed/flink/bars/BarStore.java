package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import java.util.List;

/** The durable state of one symbol. Every write is of one small value; only {@link #closedBars} reads more. */
public interface BarStore {

    /** The head; null before the symbol's first candle. */
    SymbolHead head();

    /** Replaces the head. */
    void head(SymbolHead head);

    /** The candle (as a bar of one minute) or closed bar of {@code interval} at {@code openTime}; null where none. */
    Bar get(Interval interval, long openTime);

    /** Adds or replaces the bar of its interval and open time. */
    void put(Bar bar);

    /** Removes a bar; nothing happens where there is none. */
    void remove(Interval interval, long openTime);

    /** All bars but the candles, in any order: read once, when a symbol is touched first after a restart. */
    List<Bar> closedBars();
}

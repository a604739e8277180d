package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;

/**
 * A bar with what it rests on by itself, its lookback left aside.
 *
 * @param bar the bar
 * @param asOf the newest record among its candles; where its last minute is missing, the record that closed it if there
 *     is one
 */
public record KnownBar(Bar bar, AsOf asOf) {

    long openTime() {
        return bar.openTime();
    }

    /** Whether no minute is missing in it. */
    boolean isFull() {
        return bar.candles() * Interval.ONE_MINUTE.millis() == bar.interval().millis();
    }
}

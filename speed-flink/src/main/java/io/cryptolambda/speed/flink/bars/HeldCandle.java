package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;

/**
 * A candle that is held because its bars may still change.
 *
 * @param minute the candle as a bar of one minute
 * @param asOf the record that tells it as it is now
 * @param firstPosition knowledge position of the first record of this candle
 */
public record HeldCandle(Bar minute, AsOf asOf, long firstPosition) {

    long openTime() {
        return minute.openTime();
    }
}

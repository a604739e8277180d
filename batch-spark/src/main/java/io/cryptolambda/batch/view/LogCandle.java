package io.cryptolambda.batch.view;

import io.cryptolambda.core.Candle;

/**
 * A valid record of the log.
 *
 * @param candle the candle it tells of
 * @param position where it stands
 */
public record LogCandle(Candle candle, LogPosition position) {

    boolean isOfSameMinuteAs(LogCandle other) {
        return candle.openTime() == other.candle.openTime() && candle.symbol().equals(other.candle.symbol());
    }
}

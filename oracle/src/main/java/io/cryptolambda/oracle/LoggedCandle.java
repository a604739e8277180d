package io.cryptolambda.oracle;

import io.cryptolambda.core.Candle;
import java.util.Objects;

/**
 * A valid record of the raw topic.
 *
 * @param candle the candle it tells
 * @param position its knowledge position
 * @param appendTime the broker's append time, epoch milliseconds UTC
 */
public record LoggedCandle(Candle candle, long position, long appendTime) {
    public LoggedCandle {
        Objects.requireNonNull(candle, "candle");
    }

    /** Open time of the candle, epoch milliseconds UTC. */
    public long openTime() {
        return candle.openTime();
    }
}

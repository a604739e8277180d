package io.cryptolambda.core;

import java.util.Objects;

/**
 * A candle with its rolling features: the record of {@code crypto_features_1m} and the 1-minute document.
 *
 * @param candle the candle
 * @param features its features; null on a late candle
 * @param candlePosition knowledge position of the candle's own record; equal to {@code asOf} where the candle itself is
 *     new or revised, below it where only its lookback changed
 * @param asOf knowledge position of the newest record that contributed
 * @param asOfTime the broker's append time of that record, epoch milliseconds UTC; for people
 * @param partition partition of the raw topic that the symbol lives in
 * @param complete whether every candle this depends on is known (DESIGN section 2)
 * @param late whether the candle lay beyond the horizon and was passed on without features
 */
public record EnrichedCandle(
        Candle candle,
        Features features,
        long candlePosition,
        long asOf,
        long asOfTime,
        int partition,
        boolean complete,
        boolean late) {

    public EnrichedCandle {
        Objects.requireNonNull(candle, "candle");
        if (late != (features == null)) {
            throw new IllegalArgumentException("a late candle has no features, any other has");
        }
        if (candlePosition > asOf) {
            throw new IllegalArgumentException("as_of must not be below candle_as_of");
        }
    }
}

package io.cryptolambda.core;

/**
 * Rolling features of a candle over the last existing candles, itself included. Null where the lookback is short or a
 * denominator is zero; never NaN or infinite.
 *
 * @param logReturn1 ln(close / previous close)
 * @param volatility60 sample deviation of the last 60 {@code logReturn1}
 * @param vwap60 sum of quote volume by sum of base volume of the last 60 candles, in the quote currency
 * @param gapMinutes minutes missing between the previous candle and this one; null for the first candle
 * @param lookback candles available, this one included, at most {@value #LOOKBACK}
 */
public record Features(Double logReturn1, Double volatility60, Double vwap60, Long gapMinutes, int lookback) {
    /** Candles a feature can depend on: 60 returns need 61 closes. */
    public static final int LOOKBACK = 61;
}

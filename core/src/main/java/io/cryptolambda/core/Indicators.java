package io.cryptolambda.core;

/**
 * Indicators of a bar: TA-Lib's function applied to the last min(400, n) bars up to and including this one, where n
 * counts bars since the symbol's first candle; its last output. Null where TA-Lib gives none.
 *
 * @param sma20 simple moving average of the last 20 closes, in the quote currency
 * @param rsi14 Wilder's relative strength index over 14 bars, 0 to 100
 */
public record Indicators(Double sma20, Double rsi14) {
    /** Bars an indicator can depend on, the bar itself included. */
    public static final int LOOKBACK = 400;
}

package io.cryptolambda.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The indicators of a bar; formulas, seeds and sources stand in {@code core.indicator}. Their order is the order of
 * fields and columns everywhere.
 */
public enum Indicator {
    /** Simple moving average of 20 closes, in the quote currency. */
    SMA_20,
    /** Simple moving average of 50 closes, in the quote currency. */
    SMA_50,
    /** Simple moving average of 200 closes, in the quote currency. */
    SMA_200,
    /** Exponential moving average over 12 bars, in the quote currency. */
    EMA_12,
    /** Exponential moving average over 26 bars, in the quote currency. */
    EMA_26,
    /** Exponential moving average over 50 bars, in the quote currency. */
    EMA_50,
    /** Moving average convergence/divergence, 12 and 26 bars, in the quote currency. */
    MACD,
    /** Signal line of {@code macd}: its exponential moving average over 9 bars. */
    MACD_SIGNAL,
    /** {@code macd} - {@code macd_signal}. */
    MACD_HIST,
    /** Wilder's relative strength index over 14 bars, 0 to 100. */
    RSI_14,
    /** Upper Bollinger band: middle plus 2 population deviations of 20 closes. */
    BB_UPPER,
    /** Middle Bollinger band: mean of 20 closes. */
    BB_MIDDLE,
    /** Lower Bollinger band: middle minus 2 population deviations of 20 closes. */
    BB_LOWER,
    /** Wilder's average true range over 14 bars, in the quote currency. */
    ATR_14,
    /** Wilder's average directional index over 14 bars, 0 to 100. */
    ADX_14,
    /** Wilder's positive directional indicator over 14 bars, 0 to 100. */
    PLUS_DI_14,
    /** Wilder's negative directional indicator over 14 bars, 0 to 100. */
    MINUS_DI_14,
    /** Slow stochastic %K over 14 bars, smoothed over 3, 0 to 100. */
    STOCH_K,
    /** Slow stochastic %D: {@code stoch_k} smoothed over 3 bars, 0 to 100. */
    STOCH_D,
    /** Money flow index over 14 bars, 0 to 100. */
    MFI_14,
    /** Quote volume / base volume of the bar itself, in the quote currency. */
    VWAP,
    /** Sample deviation (n - 1) of the last 20 log returns of closes. */
    VOLATILITY_20;

    /** Number of indicators. */
    public static final int COUNT = values().length;

    private static final Map<String, Indicator> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Indicator::text, Function.identity()));

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Name of the JSON field and of the column, such as {@code rsi_14}. */
    public String text() {
        return text;
    }

    /** The indicator of that {@link #text()}; null where there is none. */
    public static Indicator find(String text) {
        return BY_TEXT.get(text);
    }
}

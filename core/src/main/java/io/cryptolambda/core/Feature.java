package io.cryptolambda.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rolling features of a candle, each over the last n existing candles, itself included. Their order is the order of
 * fields and columns everywhere.
 */
public enum Feature {
    /** ln(close / the close 1 candle before). */
    LOG_RETURN_1,
    /** ln(close / the close 5 candles before). */
    LOG_RETURN_5,
    /** ln(close / the close 15 candles before). */
    LOG_RETURN_15,
    /** ln(close / the close 60 candles before). */
    LOG_RETURN_60,
    /** Sample deviation (n - 1) of the last 15 {@code log_return_1}. */
    VOLATILITY_15,
    /** Sample deviation (n - 1) of the last 60 {@code log_return_1}. */
    VOLATILITY_60,
    /** Parkinson's range volatility: root of (sum of ln(high / low) squared) / (4 * 60 * ln 2). */
    PARKINSON_60,
    /** Sum of quote volume / sum of base volume of 15 candles, in the quote currency. */
    VWAP_15,
    /** Sum of quote volume / sum of base volume of 60 candles, in the quote currency. */
    VWAP_60,
    /** Mean of the last 20 closes, in the quote currency. */
    SMA_20,
    /** (close - {@code sma_20}) / population deviation of the last 20 closes; absent where these are all equal. */
    ZSCORE_20,
    /** (volume - mean) / population deviation of the last 60 volumes; absent where these are all equal. */
    VOLUME_ZSCORE_60,
    /** Sum of what takers bought / sum of volume of 15 candles, 0 to 1. */
    TAKER_BUY_RATIO_15,
    /** Highest high of 60 candles, in the quote currency. */
    HIGH_60,
    /** Lowest low of 60 candles, in the quote currency. */
    LOW_60,
    /** close / {@code high_60} - 1, at most 0. */
    DRAWDOWN_60,
    /** Mean number of trades of 60 candles. */
    TRADES_AVG_60;

    /** Number of features. */
    public static final int COUNT = values().length;

    private static final Map<String, Feature> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Feature::text, Function.identity()));

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Name of the JSON field and of the column, such as {@code log_return_1}. */
    public String text() {
        return text;
    }

    /** The feature of that {@link #text()}; null where there is none. */
    public static Feature find(String text) {
        return BY_TEXT.get(text);
    }
}

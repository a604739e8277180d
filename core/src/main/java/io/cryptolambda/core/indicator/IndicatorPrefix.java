package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicators;

/**
 * All indicators of a bar, prepared from the closed bars before it in its lookback. Preparing costs in proportion to the
 * lookback; {@link #with} is constant time and may be asked as often as the bar in progress changes. Immutable.
 */
public final class IndicatorPrefix {
    private final Sma sma20;
    private final Rsi rsi14;

    private IndicatorPrefix(double[] closes, int from, int to) {
        this.sma20 = new Sma(20, closes, from, to);
        this.rsi14 = new Rsi(14, closes, from, to);
    }

    /**
     * Prepares for the bar at index {@code bar} from the closes before it, of which only the last {@link
     * Indicators#LOOKBACK} - 1 count.
     *
     * @param closes closes in open-time order, index 0 being the symbol's first or at least {@link Indicators#LOOKBACK}
     *     - 1 bars back
     */
    public static IndicatorPrefix before(double[] closes, int bar) {
        return new IndicatorPrefix(closes, Math.max(0, bar - Indicators.LOOKBACK + 1), bar);
    }

    /** The indicators with {@code close}, in the quote currency, as the bar's close. */
    public Indicators with(double close) {
        return new Indicators(finite(sma20.with(close)), finite(rsi14.with(close)));
    }

    private static Double finite(Double value) {
        return value != null && Double.isFinite(value) ? value : null;
    }
}

package io.cryptolambda.core;

import java.util.Arrays;

/**
 * The indicators of one bar: TA-Lib's functions applied to the last min(400, n) bars up to and including this one, where
 * n counts bars since the symbol's first candle; their last outputs. An indicator is absent ({@code NaN} here, null
 * wherever it is written) where TA-Lib gives none; no other value is not finite. Immutable; equal where all bits are.
 */
public final class Indicators {
    /** Bars an indicator can depend on, the bar itself included. */
    public static final int LOOKBACK = 400;

    private final double[] values;

    /**
     * @param values one for each {@link Indicator}, in their order; anything not finite counts as absent. Not copied: the
     *     caller must not change it afterwards
     */
    public Indicators(double[] values) {
        this.values = FiniteValues.of(values, Indicator.COUNT);
    }

    /** The value, in the indicator's own unit; {@code NaN} where absent. */
    public double get(Indicator indicator) {
        return values[indicator.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Indicators that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Indicators[" + FiniteValues.text(Indicator.values(), values) + "]";
    }
}

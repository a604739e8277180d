package io.cryptolambda.core;

import java.util.Arrays;
import java.util.Objects;

/**
 * The rolling features of one candle. A feature is absent ({@code NaN} here, null wherever it is written) where the
 * lookback is short or a denominator is zero; no other value is not finite. Immutable; equal where all bits are.
 */
public final class Features {
    /** Candles a feature can depend on: 60 returns need 61 closes. */
    public static final int LOOKBACK = 61;

    private final double[] values;
    private final Long gapMinutes;
    private final int lookback;

    /**
     * @param values one for each {@link Feature}, in their order; anything not finite counts as absent. Not copied: the
     *     caller must not change it afterwards
     * @param gapMinutes minutes missing between the previous candle and this one; null for the first candle
     * @param lookback candles available, this one included, at most {@value #LOOKBACK}
     */
    public Features(double[] values, Long gapMinutes, int lookback) {
        this.values = FiniteValues.of(values, Feature.COUNT);
        this.gapMinutes = gapMinutes;
        this.lookback = lookback;
    }

    /** The value, in the feature's own unit; {@code NaN} where absent. */
    public double get(Feature feature) {
        return values[feature.ordinal()];
    }

    /** Minutes missing between the previous candle and this one; null for the first candle. */
    public Long gapMinutes() {
        return gapMinutes;
    }

    /** Candles available, this one included, at most {@value #LOOKBACK}. */
    public int lookback() {
        return lookback;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features that
                && lookback == that.lookback
                && Objects.equals(gapMinutes, that.gapMinutes)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + lookback;
    }

    @Override
    public String toString() {
        return "Features[" + FiniteValues.text(Feature.values(), values) + "gap_minutes=" + gapMinutes + ", lookback="
                + lookback + "]";
    }
}

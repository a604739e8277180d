package io.cryptolambda.core.testing;

import io.cryptolambda.core.Indicator;

/** How far two values of the same thing lie apart. */
public final class RelativeDeviation {
    /** The full scale of an oscillator. */
    private static final double SCALE = 100;

    private RelativeDeviation() {}

    /** |ours - theirs| relative to theirs; 0 only for the same bits or where both are absent, infinite where one is. */
    public static double of(double ours, double theirs) {
        if (Double.doubleToLongBits(ours) == Double.doubleToLongBits(theirs)) {
            return 0;
        }
        double relative = Math.abs(ours - theirs) / Math.abs(theirs);
        return Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
    }

    /**
     * The same from another library; of the stochastic and the money flow, whose exact 0 is a residue of running sums
     * there, relative to their full scale.
     */
    public static double fromLibrary(Indicator indicator, double ours, double theirs) {
        return switch (indicator) {
            case STOCH_K, STOCH_D, MFI_14 ->
                Double.isNaN(ours) || Double.isNaN(theirs) ? of(ours, theirs) : Math.abs(ours - theirs) / SCALE;
            default -> of(ours, theirs);
        };
    }

    /** What is allowed from TA-Lib: of Bollinger's deviation it loses about half of the digits itself. */
    public static double allowedFromTaLib(Indicator indicator) {
        return switch (indicator) {
            case BB_UPPER, BB_LOWER -> 1e-6;
            default -> 1e-9;
        };
    }
}

package io.cryptolambda.core.testing;

import io.cryptolambda.core.Indicator;

/** How far one value of an indicator lies from another library's. */
public final class RelativeDeviation {
    /** The full scale of an oscillator. */
    private static final double SCALE = 100;

    private RelativeDeviation() {}

    /**
     * |ours - theirs| relative to theirs; of the stochastic and the money flow, whose exact 0 is a residue of running sums
     * elsewhere, relative to their full scale. 0 where both are absent, infinite where one is.
     */
    public static double of(Indicator indicator, double ours, double theirs) {
        if (Double.isNaN(ours) || Double.isNaN(theirs)) {
            return Double.isNaN(ours) && Double.isNaN(theirs) ? 0 : Double.POSITIVE_INFINITY;
        }
        double distance = Math.abs(ours - theirs);
        return switch (indicator) {
            case STOCH_K, STOCH_D, MFI_14 -> distance / SCALE;
            default -> distance == 0 ? 0 : distance / Math.abs(theirs);
        };
    }
}

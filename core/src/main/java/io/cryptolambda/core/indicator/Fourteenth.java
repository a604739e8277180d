package io.cryptolambda.core.indicator;

/**
 * Division by 14 without dividing, to the same bits: a division costs ten times a multiplication, and Wilder's smoothing
 * over 14 bars is little else.
 *
 * <p>1/14 is written as the sum of two doubles, which is exact to more than 105 binary digits; {@code x * HIGH + x * LOW}
 * with a single rounding at the end is then off by less than 2^-50 of a unit in the last place before it is rounded. A
 * quotient by 7 lies at least 1/14 of such a unit from the middle between two doubles, so both are rounded alike. Holds
 * wherever {@code x * LOW} does not underflow: for zero and for anything from 1e-280 up.
 */
final class Fourteenth {
    private static final double HIGH = 1.0 / 14;
    private static final double LOW = Math.fma(-14.0, HIGH, 1.0) / 14;

    private Fourteenth() {}

    /** {@code x / 14}. */
    static double of(double x) {
        return Math.fma(x, HIGH, x * LOW);
    }
}

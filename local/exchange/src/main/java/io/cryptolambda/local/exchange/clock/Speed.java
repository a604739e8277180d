package io.cryptolambda.local.exchange.clock;

/**
 * How fast virtual time goes.
 *
 * @param factor virtual milliseconds in a real one; infinite if time goes as fast as the clients read
 */
public record Speed(double factor) {
    /** As fast as the clients read. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    public Speed {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("speed must be above 0");
        }
    }

    /**
     * Reads {@code max} or a number.
     *
     * @throws IllegalArgumentException naming what is accepted
     */
    public static Speed parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && factor < Double.POSITIVE_INFINITY) {
                return new Speed(factor);
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for everything that is not a speed
        }
        throw new IllegalArgumentException("speed '" + text + "' is neither a number above 0 nor max");
    }

    /** Whether time goes as fast as the clients read. */
    public boolean isMax() {
        return Double.isInfinite(factor);
    }

    @Override
    public String toString() {
        return isMax() ? "max" : factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
    }
}

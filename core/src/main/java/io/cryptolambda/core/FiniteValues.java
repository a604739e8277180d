package io.cryptolambda.core;

/** Doubles by name of which each is finite or absent ({@code NaN}). */
final class FiniteValues {
    private FiniteValues() {}

    /**
     * Makes absent what is not finite, in place.
     *
     * @throws IllegalArgumentException if there are not {@code count} values
     */
    static double[] of(double[] values, int count) {
        if (values.length != count) {
            throw new IllegalArgumentException(values.length + " values, not " + count);
        }
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(values[i])) {
                values[i] = Double.NaN;
            }
        }
        return values;
    }

    /** The values that are there, for people. */
    static String text(Enum<?>[] names, double[] values) {
        StringBuilder text = new StringBuilder();
        for (Enum<?> name : names) {
            double value = values[name.ordinal()];
            if (!Double.isNaN(value)) {
                text.append(name).append('=').append(value).append(", ");
            }
        }
        return text.toString();
    }
}

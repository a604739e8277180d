package io.cryptolambda.core.json;

import java.math.BigDecimal;

/**
 * Decimals as the exchange prints them: digits, a point, digits. There are eight in each candle, and Java's own reading,
 * which takes exponents and the digits of every script, costs a quarter of all parsing.
 */
final class PlainDecimal {
    /** As many digits always fit a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private PlainDecimal() {}

    /**
     * Exactly what {@link BigDecimal#BigDecimal(char[], int, int)} makes of it.
     *
     * @throws NumberFormatException if it is no decimal
     */
    static BigDecimal parse(char[] text, int from, int length) {
        long digits = 0;
        int point = -1;
        for (int i = 0; i < length; i++) {
            char c = text[from + i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return new BigDecimal(text, from, length);
            }
        }
        int count = point < 0 ? length : length - 1;
        if (count == 0 || count > MOST_DIGITS) {
            return new BigDecimal(text, from, length);
        }
        return BigDecimal.valueOf(digits, point < 0 ? 0 : count - point);
    }
}

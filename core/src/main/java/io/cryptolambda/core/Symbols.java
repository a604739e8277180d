package io.cryptolambda.core;

import java.util.List;

/** What a symbol may look like, and how a pair is read out of it. */
public final class Symbols {
    /** Longest symbol accepted, in characters. */
    public static final int MAX_LENGTH = 32;

    private static final List<String> QUOTE_ASSETS =
            List.of("FDUSD", "USDT", "USDC", "TUSD", "BUSD", "BTC", "ETH", "BNB", "EUR", "TRY", "BRL", "JPY", "DAI");

    private Symbols() {}

    /** Whether {@code symbol} is 1 to 32 Unicode letters or digits (the exchange lists non-ASCII ones). */
    public static boolean isValid(String symbol) {
        if (symbol == null || symbol.isEmpty() || symbol.length() > MAX_LENGTH) {
            return false;
        }
        // Asked for every record: a stream here would cost more than the rest of the validation.
        for (int i = 0; i < symbol.length(); i += Character.charCount(symbol.codePointAt(i))) {
            if (!Character.isLetterOrDigit(symbol.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns {@code symbol} if it is valid.
     *
     * @throws IllegalArgumentException naming what is accepted
     */
    public static String requireValid(String symbol) {
        if (!isValid(symbol)) {
            throw new IllegalArgumentException("symbol must be 1 to " + MAX_LENGTH + " letters or digits");
        }
        return symbol;
    }

    /**
     * The pair as {@code BASE/QUOTE} by the exchange's well-known quote assets, for use where the exchange's own symbol
     * list is not at hand; the symbol itself where none fits.
     */
    public static String pair(String symbol) {
        for (String quote : QUOTE_ASSETS) {
            if (symbol.length() > quote.length() && symbol.endsWith(quote)) {
                return symbol.substring(0, symbol.length() - quote.length()) + "/" + quote;
            }
        }
        return symbol;
    }
}

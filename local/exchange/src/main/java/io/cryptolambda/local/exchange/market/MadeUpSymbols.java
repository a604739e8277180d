package io.cryptolambda.local.exchange.market;

import java.util.LinkedHashMap;
import java.util.Map;

/** The symbols of the made-up market and the prices about which they walk: some well-known ones, then invented ones. */
final class MadeUpSymbols {
    /** Most symbols there can be. */
    static final int MOST = 2_000;

    private static final Object[][] KNOWN = {
        {"BTCUSDT", 62_000.0}, {"ETHUSDT", 2_900.0}, {"SOLUSDT", 145.0}, {"BNBUSDT", 580.0}, {"XRPUSDT", 0.52},
        {"DOGEUSDT", 0.12}, {"ADAUSDT", 0.45}, {"AVAXUSDT", 35.0}, {"LINKUSDT", 14.0}, {"DOTUSDT", 6.8},
        {"MATICUSDT", 0.7}, {"LTCUSDT", 82.0}, {"TRXUSDT", 0.11}, {"ATOMUSDT", 8.4}, {"NEARUSDT", 5.3},
        {"UNIUSDT", 7.5}, {"APTUSDT", 9.1}, {"ARBUSDT", 1.05}, {"FILUSDT", 5.8}, {"SHIBUSDT", 0.00002400},
        // The exchange lists names that are not ASCII: whoever cannot take them should notice here.
        {"\u5e01\u5b89\u4eba\u751fUSDT", 0.21},
    };
    private static final int LETTERS = 26;

    private MadeUpSymbols() {}

    /** The first {@code count} of them with their base prices. */
    static Map<String, Double> first(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("the made-up market has 1 to " + MOST + " symbols, not " + count);
        }
        Map<String, Double> symbols = new LinkedHashMap<>();
        for (int i = 0; symbols.size() < count; i++) {
            if (i < KNOWN.length) {
                symbols.put((String) KNOWN[i][0], (Double) KNOWN[i][1]);
            } else {
                symbols.put(name(i) + "USDT", StrictMath.pow(10, 6 * PricePath.uniform(7, i) - 3));
            }
        }
        return symbols;
    }

    // Three letters and an X: none of the well-known ones looks like that.
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number, i = 0; i < 3; i++, rest /= LETTERS) {
            name.append((char) ('A' + rest % LETTERS));
        }
        return name.append('X').toString();
    }
}

package io.cryptolambda.ingest.stream;

import java.util.Locale;

/** Names of streams. */
final class StreamName {
    private StreamName() {}

    /** The stream of a symbol's 1-minute candles. */
    static String of(String symbol) {
        return symbol.toLowerCase(Locale.ROOT) + "@kline_1m";
    }
}

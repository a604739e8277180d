package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;

/** R4: whether the system is well again and follows the market. */
final class Recovery {
    private static final long FRESH_MILLIS = 5_000;
    private static final long MINUTE = 60_000;

    private Recovery() {}

    /**
     * Whether {@code status} calls it ready and less than 5 s behind the log, and what is served of each symbol is less
     * than 5 s behind the exchange itself.
     *
     * @param newest per symbol the open time of the newest candle served, 0 if there is none
     * @param exchangeTime the exchange's clock, read before {@code newest}
     * @param speed of that clock, times real time
     */
    static boolean done(
            JsonNode status, Collection<String> symbols, Map<String, Long> newest, long exchangeTime, int speed) {
        JsonNode behind = status.path("lag").path("serving_ms");
        return status.path("ready").asBoolean()
                && behind.isNumber()
                && behind.asLong() < FRESH_MILLIS
                && symbols.stream()
                        // The candle that should be there is the last one that has closed.
                        .allMatch(symbol -> exchangeTime - newest.getOrDefault(symbol, 0L) - MINUTE
                                < FRESH_MILLIS * speed + MINUTE);
    }
}

package io.cryptolambda.local.exchange.fault;

import io.vertx.core.json.JsonObject;

/**
 * One thing to go wrong.
 *
 * @param symbol whose, where the kind is about a symbol; null for any or all
 * @param count how many answers or messages it hits
 * @param millis how long, where the kind has a length; real or virtual as the kind says
 * @param skew milliseconds the clock is ahead, where the kind is about the clock
 */
public record Fault(FaultKind kind, String symbol, int count, long millis, long skew) {
    private static final int MOST = 1_000;

    /**
     * Reads {@code {"fault": kind, "symbol", "count", "millis", "skew"}}; all but the first may be left out.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static Fault read(JsonObject json) {
        try {
            int count = json.getInteger("count", 1);
            long millis = json.getLong("millis", 2_000L);
            if (count < 1 || count > MOST || millis < 0) {
                throw new IllegalArgumentException("count must be 1 to " + MOST + ", millis not negative");
            }
            return new Fault(
                    FaultKind.parse(json.getString("fault")),
                    json.getString("symbol"),
                    count,
                    millis,
                    json.getLong("skew", 0L));
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("a field is not of its type", e);
        }
    }
}

package io.cryptolambda.serving.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Request weight per client and minute, as the exchange counts it: from one whole minute to the next. Safe for use by
 * several threads.
 */
final class RateLimit {
    private static final long MINUTE = 60_000;
    private static final int MOST_CLIENTS = 100_000;

    private final int limit;
    private final LongSupplier millis;
    private final Map<String, Integer> used = new HashMap<>();
    private long minute;

    /**
     * @param limit weight in a minute; 0 for no limit
     * @param millis real time
     */
    RateLimit(int limit, LongSupplier millis) {
        this.limit = limit;
        this.millis = millis;
    }

    /** Counts a request. */
    synchronized Usage take(String client, int weight) {
        long now = millis.getAsLong();
        if (now / MINUTE != minute) {
            minute = now / MINUTE;
            used.clear();
        }
        // Beyond that many clients all others of the minute share one account: memory stays bounded.
        String account = used.size() < MOST_CLIENTS || used.containsKey(client) ? client : "";
        int sum = used.merge(account, weight, (one, other) -> (int) Math.min(Integer.MAX_VALUE, (long) one + other));
        return new Usage(limit, sum, (int) ((MINUTE - now % MINUTE + 999) / 1000));
    }
}

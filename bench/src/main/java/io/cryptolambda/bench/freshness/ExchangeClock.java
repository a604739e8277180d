package io.cryptolambda.bench.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.bench.stack.Http;
import java.io.IOException;

/**
 * The simulator's clock on this machine's: when something of its schedule is due.
 *
 * @param exchangeMillis a time of the exchange, epoch milliseconds UTC
 * @param nanos the same moment by {@link System#nanoTime}
 * @param speed exchange seconds in a real one
 */
record ExchangeClock(long exchangeMillis, long nanos, int speed) {
    private static final int READINGS = 50;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Reads it several times; the reading with the shortest way there and back counts. */
    static ExchangeClock read(String exchange) throws IOException, InterruptedException {
        ExchangeClock best = null;
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            long asked = System.nanoTime();
            JsonNode status = Http.get("http://" + exchange + "/simulator/status");
            long way = System.nanoTime() - asked;
            if (way < shortest) {
                shortest = way;
                best = new ExchangeClock(
                        status.path("exchange_time").asLong(),
                        asked + way / 2,
                        Integer.parseInt(status.path("speed").asText()));
            }
        }
        return best;
    }

    /** When the exchange's clock shows {@code time}, by {@link System#nanoTime}. */
    long due(long time) {
        return nanos + Math.round((time - exchangeMillis) * NANOS_PER_MILLI / speed);
    }
}

package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Candles of the past and the future, by symbol and day. The same question always has the same answer. Thread-safe. */
public interface Market {
    /** Milliseconds of a day. */
    long DAY = 86_400_000L;

    /** The name in the candles. */
    String EXCHANGE = "binance";

    /** What tells this market from another one, for a clock that is to go on with it. */
    String identity();

    /** All symbols, sorted. */
    List<String> symbols();

    /** Open time of the oldest candle, epoch milliseconds UTC. */
    long historyFrom();

    /** Where the streamed part begins, epoch milliseconds UTC: candles before it are history. */
    long streamFrom();

    /** When the last candle closes (exclusive), epoch milliseconds UTC; empty if there always is a next one. */
    OptionalLong end();

    /** The symbol's candles of that day (days since 1970-01-01 UTC) in open-time order; empty if there are none. */
    List<Candle> day(String symbol, long day);

    /** The first day at or after {@code day} on which something trades; empty after the last. */
    OptionalLong nextDay(long day);

    /**
     * The candles of all symbols on that day by their open time, on a whole minute of the day. What reading takes time is
     * read at once; the answers do not block.
     */
    default LongFunction<List<Candle>> minutes(long day) {
        Map<Long, List<Candle>> minutes = new HashMap<>();
        for (String symbol : symbols()) {
            for (Candle candle : day(symbol, day)) {
                minutes.computeIfAbsent(candle.openTime(), any -> new ArrayList<>())
                        .add(candle);
            }
        }
        return openTime -> minutes.getOrDefault(openTime, List.of());
    }

    /** The day that contains {@code time}. */
    static long dayOf(long time) {
        return Math.floorDiv(time, DAY);
    }
}

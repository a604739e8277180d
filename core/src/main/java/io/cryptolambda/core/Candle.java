package io.cryptolambda.core;

import java.util.Objects;

/**
 * One closed 1-minute candle as the exchange told it. Identified by (exchange, symbol, open time).
 *
 * @param exchange the exchange's name, such as {@code binance}
 * @param symbol the exchange's symbol, such as {@code BTCUSDT}
 * @param pair the same as {@code BTC/USDT}
 * @param openTime event time, epoch milliseconds UTC, on a whole minute
 * @param closeTime the exchange's inclusive close time, epoch milliseconds UTC; may be short where trading halted
 * @param market the nine market values
 * @param source how it was obtained
 * @param ingestedAt the exchange's clock when it was taken, epoch milliseconds UTC
 */
public record Candle(
        String exchange,
        String symbol,
        String pair,
        long openTime,
        long closeTime,
        MarketValues market,
        Source source,
        long ingestedAt) {

    /** How far, in milliseconds, an open time may lie ahead of the exchange's clock. */
    public static final long MAX_AHEAD_MILLIS = 120_000;

    private static final int LONGEST_NAME = 64;

    /** @throws IllegalArgumentException naming the field that breaks the contract */
    public Candle {
        Objects.requireNonNull(market, "market");
        require(exchange != null && !exchange.isEmpty(), "exchange is missing");
        require(exchange.length() <= LONGEST_NAME, "exchange is longer than " + LONGEST_NAME + " characters");
        Symbols.requireValid(symbol);
        require(pair != null && !pair.isEmpty(), "pair is missing");
        require(pair.length() <= LONGEST_NAME, "pair is longer than " + LONGEST_NAME + " characters");
        require(source != null, "source is missing");
        require(openTime >= 0, "open_time must not be negative");
        require(Interval.ONE_MINUTE.openTime(openTime) == openTime, "open_time must be on a whole minute");
        require(
                closeTime >= openTime && closeTime < Interval.ONE_MINUTE.end(openTime),
                "close_time must be within the candle's minute");
        require(
                openTime - ingestedAt <= MAX_AHEAD_MILLIS,
                "open_time must not be more than 2 minutes after ingested_at");
    }

    /** Equal in the contract's sense: same close time and market values. An equal record of a candle is a duplicate. */
    public boolean sameValues(Candle other) {
        return closeTime == other.closeTime && market.equals(other.market);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

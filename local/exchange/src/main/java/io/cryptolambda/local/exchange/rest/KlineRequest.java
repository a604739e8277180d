package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.Interval;
import io.vertx.core.MultiMap;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * A checked request for klines.
 *
 * @param from first open time wanted, epoch milliseconds UTC; negative for the newest
 * @param to last open time wanted, inclusive
 * @param limit how many at most, 1 to 1000
 */
record KlineRequest(String symbol, Interval interval, long from, long to, int limit) {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1000;
    private static final String SYMBOL = "^[\\p{L}\\p{N}\\-_.]{1,50}$";
    private static final String NUMBER = "^[0-9]{1,20}$";
    private static final Pattern LEGAL_SYMBOL = Pattern.compile(SYMBOL);
    private static final Pattern LEGAL_NUMBER = Pattern.compile(NUMBER);
    private static final long FIRST_MICROSECOND_TIME = 100_000_000_000_000L;

    /** @throws ApiError as the exchange would refuse it */
    static KlineRequest of(MultiMap parameters, Collection<String> symbols) {
        String symbol = mandatory(parameters, "symbol");
        String interval = mandatory(parameters, "interval");
        long from = time(parameters, "startTime", -1);
        long to = time(parameters, "endTime", Long.MAX_VALUE);
        long limit = number(parameters, "limit", DEFAULT_LIMIT);
        if (!LEGAL_SYMBOL.matcher(symbol).matches()) {
            throw ApiError.illegalCharacters("symbol", SYMBOL);
        }
        if (!symbols.contains(symbol)) {
            throw ApiError.symbol();
        }
        if (limit < 1) {
            throw ApiError.value("limit");
        }
        return new KlineRequest(symbol, parse(interval), from, to, (int) Math.min(limit, MAX_LIMIT));
    }

    private static Interval parse(String text) {
        try {
            return Interval.parse(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.interval();
        }
    }

    private static String mandatory(MultiMap parameters, String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw ApiError.missing(name);
        }
        if (value.isEmpty()) {
            throw ApiError.empty(name);
        }
        return value;
    }

    private static long time(MultiMap parameters, String name, long absent) {
        long time = number(parameters, name, absent);
        return time >= FIRST_MICROSECOND_TIME && time != absent ? time / 1000 : time;
    }

    private static long number(MultiMap parameters, String name, long absent) {
        String value = parameters.get(name);
        if (value == null) {
            return absent;
        }
        if (value.isEmpty()) {
            throw ApiError.empty(name);
        }
        if (!LEGAL_NUMBER.matcher(value).matches()) {
            throw ApiError.illegalCharacters(name, NUMBER);
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw ApiError.value(name);
        }
    }
}

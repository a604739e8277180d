package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.local.exchange.market.KlineInterval;
import io.vertx.core.MultiMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checked request for klines.
 *
 * @param shift how far the clock of the grid is ahead of UTC, milliseconds
 * @param from first open time wanted, epoch milliseconds UTC; negative for the newest
 * @param to last open time wanted, inclusive
 * @param limit how many at most, 1 to 1000
 */
record KlineRequest(String symbol, KlineInterval interval, long shift, long from, long to, int limit) {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1000;
    private static final Set<String> PARAMETERS =
            Set.of("symbol", "interval", "startTime", "endTime", "timeZone", "limit");
    private static final String SYMBOL = "^[\\p{L}\\p{N}\\-_.]{1,50}$";
    private static final String NUMBER = "^[0-9]{1,20}$";
    private static final Pattern LEGAL_SYMBOL = Pattern.compile(SYMBOL);
    private static final Pattern LEGAL_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern TIME_ZONE = Pattern.compile("([+-]?)(\\d{1,2})(?::(\\d{2}))?");
    private static final int WESTERNMOST = -12 * 60;
    private static final int EASTERNMOST = 14 * 60;
    private static final long FIRST_MICROSECOND_TIME = 100_000_000_000_000L;

    /**
     * @param known whether there is such a symbol
     * @throws ApiError as the exchange would refuse it
     */
    static KlineRequest of(MultiMap parameters, Predicate<String> known) {
        checkNames(parameters);
        String symbol = mandatory(parameters, "symbol");
        String interval = mandatory(parameters, "interval");
        long from = time(parameters, "startTime", -1);
        long to = time(parameters, "endTime", Long.MAX_VALUE);
        long limit = number(parameters, "limit", DEFAULT_LIMIT);
        if (!LEGAL_SYMBOL.matcher(symbol).matches()) {
            throw ApiError.illegalCharacters("symbol", SYMBOL);
        }
        if (!known.test(symbol)) {
            throw ApiError.symbol();
        }
        if (limit < 1) {
            throw ApiError.value("limit");
        }
        return new KlineRequest(
                symbol,
                KlineInterval.find(interval).orElseThrow(ApiError::interval),
                shift(parameters.get("timeZone")),
                from,
                to,
                (int) Math.min(limit, MAX_LIMIT));
    }

    private static void checkNames(MultiMap parameters) {
        int read = 0;
        for (String name : parameters.names()) {
            if (parameters.getAll(name).size() > 1) {
                throw ApiError.duplicate();
            }
            read += PARAMETERS.contains(name) ? 1 : 0;
        }
        if (read < parameters.names().size()) {
            throw ApiError.unread(read, parameters.names().size());
        }
    }

    private static long shift(String zone) {
        if (zone == null) {
            return 0;
        }
        Matcher parts = TIME_ZONE.matcher(zone);
        if (!parts.matches()) {
            throw ApiError.value("timeZone");
        }
        int minutes =
                60 * Integer.parseInt(parts.group(2)) + (parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
        int signed = parts.group(1).equals("-") ? -minutes : minutes;
        if (signed < WESTERNMOST || signed > EASTERNMOST) {
            throw ApiError.value("timeZone");
        }
        return signed * 60_000L;
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

package io.cryptolambda.serving.binance;

import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.kline.KlineGrid;
import io.cryptolambda.serving.kline.KlineInterval;
import io.cryptolambda.serving.kline.KlineRange;
import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The query parameters of a request as the exchange reads them; it does not mind those that it does not know. */
final class BinanceParameters {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1000;
    private static final String SYMBOL = "^[\\p{L}\\p{N}\\-_.]{1,50}$";
    private static final String NUMBER = "^[0-9]{1,20}$";
    private static final Pattern LEGAL_SYMBOL = Pattern.compile(SYMBOL);
    private static final Pattern LEGAL_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern ZONE = Pattern.compile("([+-]?)(\\d{1,2})(?::([0-5]\\d))?");
    private static final int WESTERNMOST_MINUTES = -12 * 60;
    private static final int EASTERNMOST_MINUTES = 14 * 60;
    private static final long FIRST_MICROSECOND_TIME = 100_000_000_000_000L;

    private final MultiMap given;

    BinanceParameters(MultiMap given) {
        this.given = given;
    }

    String mandatorySymbol() {
        return checked(mandatory("symbol"));
    }

    /** The interval, on the grid of the time zone asked for. */
    KlineGrid grid() {
        KlineInterval interval = KlineInterval.parse(mandatory("interval")).orElseThrow(BinanceError::interval);
        return new KlineGrid(
                interval, text("timeZone").map(BinanceParameters::shift).orElse(0L));
    }

    /** Open times, in UTC whatever the time zone, and limit. */
    KlineRange range() {
        Long from = time("startTime");
        Long to = time("endTime");
        long limit = number("limit").orElse((long) DEFAULT_LIMIT);
        if (limit < 1) {
            throw BinanceError.value("limit");
        }
        return new KlineRange(from, to, (int) Math.min(limit, MAX_LIMIT));
    }

    /** The symbols asked for, by {@code symbol} or the JSON array {@code symbols}; empty for all. */
    List<String> symbols() {
        Optional<String> one = text("symbol");
        Optional<String> several = text("symbols");
        if (one.isPresent() && several.isPresent()) {
            throw BinanceError.of(400, -1128, "Combination of optional parameters invalid.");
        }
        return one.map(symbol -> List.of(checked(symbol)))
                .or(() -> several.map(BinanceParameters::array))
                .orElse(List.of());
    }

    /** Whether {@code type} asks for the small ticker. */
    boolean mini() {
        String type = text("type").orElse("FULL");
        if (!List.of("FULL", "MINI").contains(type)) {
            throw BinanceError.value("type");
        }
        return type.equals("MINI");
    }

    private static long shift(String zone) {
        Matcher parts = ZONE.matcher(zone);
        if (!parts.matches()) {
            throw BinanceError.value("timeZone");
        }
        int minutes =
                60 * Integer.parseInt(parts.group(2)) + (parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
        int signed = "-".equals(parts.group(1)) ? -minutes : minutes;
        if (signed < WESTERNMOST_MINUTES || signed > EASTERNMOST_MINUTES) {
            throw BinanceError.value("timeZone");
        }
        return java.util.concurrent.TimeUnit.MINUTES.toMillis(signed);
    }

    private static List<String> array(String text) {
        try {
            List<String> symbols = new JsonArray(text)
                    .stream()
                            .map(symbol -> checked(symbol instanceof String name ? name : ""))
                            .toList();
            if (!symbols.isEmpty()) {
                return symbols;
            }
        } catch (DecodeException e) {
            // told below
        }
        throw BinanceError.illegalCharacters(
                "symbols", "^\\[(\"[A-Z0-9-_.]{1,50}\"(,\"[A-Z0-9-_.]{1,50}\"){0,}){0,1}\\]$");
    }

    private static String checked(String symbol) {
        if (!LEGAL_SYMBOL.matcher(symbol).matches()) {
            throw BinanceError.illegalCharacters("symbol", SYMBOL);
        }
        if (!Symbols.isValid(symbol)) {
            throw BinanceError.symbol();
        }
        return symbol;
    }

    private String mandatory(String name) {
        return text(name).orElseThrow(() -> BinanceError.missing(name));
    }

    private Long time(String name) {
        return number(name)
                .map(time -> time >= FIRST_MICROSECOND_TIME ? time / 1000 : time)
                .orElse(null);
    }

    private Optional<Long> number(String name) {
        return text(name).map(value -> {
            if (!LEGAL_NUMBER.matcher(value).matches()) {
                throw BinanceError.illegalCharacters(name, NUMBER);
            }
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw BinanceError.value(name);
            }
        });
    }

    private Optional<String> text(String name) {
        List<String> values = given.getAll(name);
        if (values.size() > 1) {
            throw BinanceError.duplicate();
        }
        if (!values.isEmpty() && values.get(0).isEmpty()) {
            throw BinanceError.empty(name);
        }
        return values.stream().findFirst();
    }
}

package io.cryptolambda.serving.udf;

import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.kline.KlineInterval;
import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The query parameters of a chart; times are seconds. */
final class UdfParameters {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final MultiMap given;

    UdfParameters(MultiMap given) {
        this.given = given;
    }

    /** A symbol, with or without the exchange's name before it. */
    String symbol() {
        String text = given.get("symbol");
        String symbol = text == null ? "" : text.substring(text.indexOf(':') + 1);
        if (!Symbols.isValid(symbol)) {
            throw new UdfException("symbol is missing or is not a symbol");
        }
        return symbol;
    }

    KlineInterval resolution() {
        return Optional.ofNullable(given.get("resolution"))
                .flatMap(Resolution::parse)
                .orElseThrow(() -> new UdfException("resolution is not one of " + Resolution.all()));
    }

    /** A time, as epoch milliseconds UTC. */
    Optional<Long> time(String name) {
        return Optional.ofNullable(given.get(name)).map(text -> number(name, text) * 1000);
    }

    /** A whole number from 1 on, cut off at {@code most}. */
    Optional<Integer> count(String name, int most) {
        return Optional.ofNullable(given.get(name)).map(text -> {
            long value = number(name, text);
            if (value < 1) {
                throw new UdfException(name + " is below 1");
            }
            return (int) Math.min(value, most);
        });
    }

    /** What is searched for, in capitals. */
    String query() {
        String text = given.get("query");
        return text == null ? "" : text.toUpperCase(Locale.ROOT);
    }

    private static long number(String name, String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw new UdfException(name + " is not a whole number");
        }
        return Long.parseLong(text);
    }
}

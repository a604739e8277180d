package io.cryptolambda.ingest.binance;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads klines out of the exchange's two forms of them. */
public final class KlineReader {
    /** No symbol or number that means anything is longer, and reading a number costs the square of its length. */
    private static final int LONGEST_TEXT = 64;

    private KlineReader() {}

    /**
     * A row of a REST answer.
     *
     * @throws IllegalArgumentException if a column is missing or not of its type
     */
    static Kline row(String symbol, JsonNode row) {
        return new Kline(
                symbol,
                integer(row.path(0), "open time"),
                integer(row.path(6), "close time"),
                text(row.path(1), "open"),
                text(row.path(2), "high"),
                text(row.path(3), "low"),
                text(row.path(4), "close"),
                text(row.path(5), "volume"),
                text(row.path(7), "quote volume"),
                integer(row.path(8), "trades"),
                text(row.path(9), "taker volume"),
                text(row.path(10), "taker quote volume"));
    }

    /**
     * A kline event of a stream.
     *
     * @throws IllegalArgumentException if a field is missing or not of its type
     */
    public static KlineEvent event(JsonNode data) {
        JsonNode kline = data.path("k");
        Kline read = new Kline(
                text(kline.path("s"), "k.s"),
                integer(kline.path("t"), "k.t"),
                integer(kline.path("T"), "k.T"),
                text(kline.path("o"), "k.o"),
                text(kline.path("h"), "k.h"),
                text(kline.path("l"), "k.l"),
                text(kline.path("c"), "k.c"),
                text(kline.path("v"), "k.v"),
                text(kline.path("q"), "k.q"),
                integer(kline.path("n"), "k.n"),
                text(kline.path("V"), "k.V"),
                text(kline.path("Q"), "k.Q"));
        if (!kline.path("x").isBoolean()) {
            throw new IllegalArgumentException("k.x is not a boolean");
        }
        return new KlineEvent(
                integer(data.path("E"), "E"),
                text(kline.path("i"), "k.i"),
                kline.path("x").booleanValue(),
                read);
    }

    private static String text(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException(name + " is not a text");
        }
        if (node.textValue().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + " is longer than " + LONGEST_TEXT + " characters");
        }
        return node.textValue();
    }

    private static long integer(JsonNode node, String name) {
        if (!node.canConvertToExactIntegral() || !node.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is not a whole number");
        }
        return node.longValue();
    }
}

package io.cryptolambda.core.json;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Reads a candle in exactly the form in which {@link CandleJson} writes it: the same fields in the same order, no space, no
 * escape, plain ASCII, decimals of at most 18 digits. That is nearly every record, and needs no JSON parser. Whatever differs
 * in any byte is left to one, so what is accepted and what it means is the same.
 */
final class CandleScanner {
    private static final int MOST_DIGITS = 18;

    private static final byte[] SCHEMA = bytes("{\"schema\":" + Json.SCHEMA + ",\"exchange\":\"");
    private static final byte[] SYMBOL = bytes("\",\"symbol\":\"");
    private static final byte[] PAIR = bytes("\",\"pair\":\"");
    private static final byte[] OPEN_TIME = bytes("\",\"interval\":\"1m\",\"open_time\":");
    private static final byte[] CLOSE_TIME = bytes(",\"close_time\":");
    private static final byte[] TS_ISO = bytes(",\"ts_iso\":\"");
    private static final byte[] OPEN = bytes("\",\"open\":\"");
    private static final byte[] HIGH = bytes("\",\"high\":\"");
    private static final byte[] LOW = bytes("\",\"low\":\"");
    private static final byte[] CLOSE = bytes("\",\"close\":\"");
    private static final byte[] VOLUME = bytes("\",\"volume\":\"");
    private static final byte[] QUOTE_VOLUME = bytes("\",\"quote_volume\":\"");
    private static final byte[] TRADES = bytes("\",\"trades\":");
    private static final byte[] TAKER_BUY_VOLUME = bytes(",\"taker_buy_volume\":\"");
    private static final byte[] TAKER_BUY_QUOTE_VOLUME = bytes("\",\"taker_buy_quote_volume\":\"");
    private static final byte[] SOURCE = bytes("\",\"source\":\"");
    private static final byte[] INGESTED_AT = bytes("\",\"ingested_at\":");
    private static final byte[] END = bytes("}");

    private final byte[] value;
    private int at;
    private boolean asWritten = true;

    private CandleScanner(byte[] value) {
        this.value = value;
    }

    /**
     * The candle; null if it is not in that form.
     *
     * @throws IllegalArgumentException if it is, and breaks the contract
     */
    static Candle scan(byte[] value) {
        return new CandleScanner(value).candle();
    }

    private Candle candle() {
        String exchange = text(SCHEMA);
        String symbol = text(SYMBOL);
        String pair = text(PAIR);
        long openTime = integer(OPEN_TIME);
        long closeTime = integer(CLOSE_TIME);
        text(TS_ISO);
        BigDecimal open = decimal(OPEN);
        BigDecimal high = decimal(HIGH);
        BigDecimal low = decimal(LOW);
        BigDecimal close = decimal(CLOSE);
        BigDecimal volume = decimal(VOLUME);
        BigDecimal quoteVolume = decimal(QUOTE_VOLUME);
        long trades = integer(TRADES);
        BigDecimal takerBuyVolume = decimal(TAKER_BUY_VOLUME);
        BigDecimal takerBuyQuoteVolume = decimal(TAKER_BUY_QUOTE_VOLUME);
        String source = text(SOURCE);
        long ingestedAt = integer(INGESTED_AT);
        expect(END);
        if (!asWritten || at != value.length) {
            return null;
        }
        MarketValues market = new MarketValues(
                open, high, low, close, volume, quoteVolume, trades, takerBuyVolume, takerBuyQuoteVolume);
        return new Candle(exchange, symbol, pair, openTime, closeTime, market, Source.parse(source), ingestedAt);
    }

    private void expect(byte[] expected) {
        if (at + expected.length > value.length) {
            asWritten = false;
        }
        for (int i = 0; asWritten && i < expected.length; i++) {
            asWritten = value[at + i] == expected[i];
        }
        at += expected.length;
    }

    /** What follows {@code before} up to the closing quotation mark. */
    private String text(byte[] before) {
        expect(before);
        int from = at;
        while (asWritten && at < value.length && value[at] != '"') {
            asWritten = value[at] >= ' ' && value[at] != '\\';
            at++;
        }
        return asWritten ? new String(value, from, at - from, StandardCharsets.ISO_8859_1) : null;
    }

    /** The number without sign that follows {@code before}. */
    private long integer(byte[] before) {
        expect(before);
        int from = at;
        long number = digits(0);
        int count = at - from;
        // JSON knows no leading zeros.
        asWritten &= count > 0 && count <= MOST_DIGITS && (count == 1 || value[from] != '0');
        return number;
    }

    /** The decimal without sign and exponent that follows {@code before}. */
    private BigDecimal decimal(byte[] before) {
        expect(before);
        int from = at;
        long units = digits(0);
        int whole = at - from;
        int places = 0;
        if (asWritten && at < value.length && value[at] == '.') {
            at++;
            int point = at;
            units = digits(units);
            places = at - point;
        }
        asWritten &= whole > 0 && whole + places <= MOST_DIGITS;
        return asWritten ? BigDecimal.valueOf(units, places) : null;
    }

    /** Appends the digits from here on to a number, which may overflow: their count is the caller's to judge. */
    private long digits(long number) {
        long result = number;
        while (asWritten && at < value.length && value[at] >= '0' && value[at] <= '9') {
            result = result * 10 + (value[at] - '0');
            at++;
        }
        return result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

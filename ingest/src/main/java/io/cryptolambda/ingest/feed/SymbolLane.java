package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Interval;

/**
 * How far one symbol has come. Candles pass in the order of their open times, each once; a later candle passes only after
 * the exchange was asked for what lies before it.
 */
public final class SymbolLane {
    private static final long MINUTE = Interval.ONE_MINUTE.millis();

    private final String symbol;
    private final String pair;
    private long last;
    private boolean begun;

    /** What a candle is to the lane. */
    public enum Verdict {
        /** It passed already. */
        KNOWN,
        /** It is the next one. */
        NEXT,
        /** There may be others before it. */
        AHEAD
    }

    private SymbolLane(String symbol, String pair, long last, boolean begun) {
        this.symbol = symbol;
        this.pair = pair;
        this.last = last;
        this.begun = begun;
    }

    /** A lane without a past that begins with candles that open at {@code from} or later. */
    public static SymbolLane startingAt(String symbol, String pair, long from) {
        return new SymbolLane(symbol, pair, from - MINUTE, false);
    }

    /** A lane that goes on after the candle that opened at {@code last}. */
    public static SymbolLane after(String symbol, String pair, long last) {
        return new SymbolLane(symbol, pair, last, true);
    }

    public String symbol() {
        return symbol;
    }

    /** Such as {@code BTC/USDT}. */
    public String pair() {
        return pair;
    }

    /** The open time that the last candle had, or would have had. */
    public long last() {
        return last;
    }

    public Verdict judge(long openTime) {
        if (openTime <= last) {
            return Verdict.KNOWN;
        }
        return openTime <= last + MINUTE ? Verdict.NEXT : Verdict.AHEAD;
    }

    /** Whether the exchange has, at its time {@code now}, closed a minute that has not passed. */
    public boolean behind(long now) {
        return last + 2 * MINUTE <= now;
    }

    /**
     * Lets a candle pass.
     *
     * @return how many minutes before it the exchange does not have; 0 for the first candle of all
     * @throws IllegalStateException if it is out of order
     */
    public long pass(long openTime) {
        if (openTime <= last) {
            throw new IllegalStateException(symbol + " " + openTime + " after " + last);
        }
        long missing = begun ? (openTime - last - 1) / MINUTE : 0;
        last = openTime;
        begun = true;
        return missing;
    }
}

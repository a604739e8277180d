package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Interval;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far one symbol has come. Candles pass in the order of their open times, each once; a later candle passes only after
 * the exchange was asked for what lies before it, and is held until then.
 */
public final class SymbolLane {
    private static final long MINUTE = Interval.ONE_MINUTE.millis();
    private static final int REMEMBERED = 16;

    private final String symbol;
    private final String pair;
    private final long start;
    private final Map<Long, Kline> passed = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Kline> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final LaneWatch watch = new LaneWatch();
    private final TreeMap<Long, Held> held = new TreeMap<>();
    private volatile long last;
    private boolean begun;
    private boolean invalidSince;

    /** A candle that waits for what lies before it. */
    record Held(KlineEvent event, long heardNanos) {}

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
        this.start = last;
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

    /** The share of the way from the start to {@code now} that is behind it, 0 to 1. */
    double progress(long now) {
        return Math.min(1, (double) (last - start + MINUTE) / Math.max(MINUTE, now - start - MINUTE));
    }

    /** When it is looked at. */
    LaneWatch watch() {
        return watch;
    }

    /** Candles that wait, by open time. */
    TreeMap<Long, Held> held() {
        return held;
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

    /** Whether a candle that passed lately had other values: the exchange has revised it. */
    boolean revises(Kline kline) {
        Kline before = passed.get(kline.openTime());
        return before != null && !before.equals(kline);
    }

    /** A candle that passed has now these values. */
    void remember(Kline kline) {
        passed.put(kline.openTime(), kline);
    }

    /** Something came that is no valid candle. */
    void invalid() {
        invalidSince = true;
    }

    /** Whether something invalid came since this was last asked. */
    boolean hadInvalid() {
        boolean had = invalidSince;
        invalidSince = false;
        return had;
    }

    /** How many minutes before a candle of that open time are missing; 0 for the first candle of all. */
    public long missingBefore(long openTime) {
        return begun ? (openTime - last - 1) / MINUTE : 0;
    }

    /**
     * Lets a candle pass.
     *
     * @throws IllegalStateException if it is out of order
     */
    public void pass(long openTime) {
        if (openTime <= last) {
            throw new IllegalStateException(symbol + " " + openTime + " after " + last);
        }
        last = openTime;
        begun = true;
        watch.progressed();
    }
}

package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import java.util.HashMap;
import java.util.Map;

/** Neighbouring bars of one symbol and interval, each with the latest position among its winning records. */
public final class BarColumns extends MarketColumns {
    private final Interval interval;
    int[] candles;
    long[] asOf;
    long[] asOfTime;
    int[] partition;
    private final Map<Integer, LogPosition> closedBy = new HashMap<>();

    /** @param capacity how many bars there is room for at first */
    public BarColumns(Interval interval, int capacity) {
        super(capacity);
        this.interval = interval;
        candles = new int[capacity];
        asOf = new long[capacity];
        asOfTime = new long[capacity];
        partition = new int[capacity];
    }

    /** The interval of all bars. */
    public Interval interval() {
        return interval;
    }

    /** Number of 1-minute candles inside a bar. */
    public int candles(int row) {
        return candles[row];
    }

    /** Open time of a bar, epoch milliseconds UTC. */
    public long openTime(int row) {
        return openTime[row];
    }

    /** Whether a bar has its last minute. */
    public boolean hasLastMinute(int row) {
        return Interval.ONE_MINUTE.end(closeTime[row]) == openTime[row] + interval.millis();
    }

    /** Where a bar lacks its last minute: the first record in the log at or past its end; null if there is none. */
    public LogPosition closedBy(int row) {
        return closedBy.get(row);
    }

    void setClosedBy(int row, LogPosition closing) {
        closedBy.put(row, closing);
    }

    /** A bar as an object. */
    public Bar bar(int row) {
        return new Bar(interval, openTime[row], closeTime[row], market(row), candles[row]);
    }

    /** The latest winning record among a bar's candles. */
    public LogPosition position(int row) {
        return new LogPosition(asOf[row], asOfTime[row], partition[row]);
    }

    /** Nearest double to the highest price. */
    public double high(int row) {
        return high.number(row);
    }

    /** Nearest double to the lowest price. */
    public double low(int row) {
        return low.number(row);
    }

    /** Nearest double to the last price. */
    public double close(int row) {
        return close.number(row);
    }

    /** Nearest double to the traded amount in the base currency. */
    public double volume(int row) {
        return volume.number(row);
    }

    /** Nearest double to the traded amount in the quote currency. */
    public double quoteVolume(int row) {
        return quoteVolume.number(row);
    }

    /** Forgets all bars; the room stays. */
    void clear() {
        size = 0;
        closedBy.clear();
    }
}

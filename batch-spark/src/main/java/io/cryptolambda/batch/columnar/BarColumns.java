package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import java.util.Arrays;

/** Neighbouring bars of one symbol and interval, each with the latest position among its winning records. */
public final class BarColumns extends MarketColumns {
    private final Interval interval;
    int[] candles;
    long[] asOf;
    long[] asOfTime;
    int[] partition;
    boolean[] closed;

    /** @param capacity how many bars there is room for at first */
    public BarColumns(Interval interval, int capacity) {
        super(capacity);
        this.interval = interval;
        candles = new int[capacity];
        asOf = new long[capacity];
        asOfTime = new long[capacity];
        partition = new int[capacity];
        closed = new boolean[capacity];
    }

    @Override
    void ensure(int rows) {
        super.ensure(rows);
        if (rows > candles.length) {
            candles = Arrays.copyOf(candles, rows);
            asOf = Arrays.copyOf(asOf, rows);
            asOfTime = Arrays.copyOf(asOfTime, rows);
            partition = Arrays.copyOf(partition, rows);
            closed = Arrays.copyOf(closed, rows);
        }
    }

    /** The interval of all bars. */
    public Interval interval() {
        return interval;
    }

    /** Number of bars. */
    public int size() {
        return size;
    }

    /** Open time of a bar, epoch milliseconds UTC. */
    public long openTime(int row) {
        return openTime[row];
    }

    /** Whether a bar's last minute, or a later candle of its symbol, is there. */
    public boolean closed(int row) {
        return closed[row];
    }

    /** A bar as an object. */
    public Bar bar(int row) {
        return new Bar(interval, openTime[row], closeTime[row], market(row), candles[row]);
    }

    /** The latest winning record among a bar's candles. */
    public LogPosition position(int row) {
        return new LogPosition(asOf[row], asOfTime[row], partition[row]);
    }

    /** Forgets the finished bars; the one in progress, if there is one, moves to the front. */
    public void clear() {
        if (size < openTime.length) {
            copy(0, this, size);
            candles[0] = candles[size];
            asOf[0] = asOf[size];
            asOfTime[0] = asOfTime[size];
            partition[0] = partition[size];
        }
        size = 0;
    }
}

package io.cryptolambda.batch.columnar;

import io.cryptolambda.core.Interval;

/** One rung of the ladder: the finished bars of an interval, and behind them the one in progress. */
final class Rung {
    private static final long MINUTE = Interval.ONE_MINUTE.millis();

    private final Interval interval;
    private final BarColumns bars;
    private boolean open;
    private long end;

    Rung(Interval interval, int capacity) {
        this.interval = interval;
        this.bars = new BarColumns(interval, capacity);
    }

    BarColumns bars() {
        return bars;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether a bar is in progress that ends at or before {@code time}, epoch milliseconds UTC. */
    boolean endsBy(long time) {
        return open && end <= time;
    }

    /** Open time of the bar in progress, epoch milliseconds UTC. */
    long openTime() {
        return bars.openTime[bars.size];
    }

    /** Whether the bar in progress has its last minute. */
    boolean hasLastMinute() {
        return Interval.ONE_MINUTE.openTime(bars.closeTime[bars.size]) + MINUTE == end;
    }

    /** Adds the minutes from {@code row} on that lie in one bar, and returns the row after them. */
    int addMinutes(MinuteColumns minutes, int row, int to) {
        int next = row;
        if (!open) {
            begin(minutes, row, 1, minutes.asOf[row], minutes.appendTime[row], (int) minutes.partition[row]);
            next++;
        }
        int bar = bars.size;
        while (next < to && minutes.openTime[next] < end) {
            add(bar, minutes, next, 1);
            if (minutes.asOf[next] > bars.asOf[bar]) {
                setPosition(bar, minutes.asOf[next], minutes.appendTime[next], (int) minutes.partition[next]);
            }
            next++;
        }
        return next;
    }

    /** Adds the bar in progress of the finer rung. */
    void addBar(BarColumns finer) {
        int row = finer.size;
        if (!open) {
            begin(finer, row, finer.candles[row], finer.asOf[row], finer.asOfTime[row], finer.partition[row]);
            return;
        }
        int bar = bars.size;
        add(bar, finer, row, finer.candles[row]);
        if (finer.asOf[row] > bars.asOf[bar]) {
            setPosition(bar, finer.asOf[row], finer.asOfTime[row], finer.partition[row]);
        }
    }

    /** Makes the bar in progress a finished one. */
    void finish(boolean closed) {
        bars.closed[bars.size] = closed;
        bars.size++;
        open = false;
    }

    private void begin(MarketColumns from, int row, int candles, long asOf, long asOfTime, int partition) {
        int bar = bars.size;
        if (bar == bars.openTime.length) {
            bars.ensure(2 * bar);
        }
        bars.copy(bar, from, row);
        bars.openTime[bar] = interval.openTime(from.openTime[row]);
        bars.candles[bar] = candles;
        setPosition(bar, asOf, asOfTime, partition);
        end = bars.openTime[bar] + interval.millis();
        open = true;
    }

    private void setPosition(int bar, long asOf, long asOfTime, int partition) {
        bars.asOf[bar] = asOf;
        bars.asOfTime[bar] = asOfTime;
        bars.partition[bar] = partition;
    }

    private void add(int bar, MarketColumns later, int row, int candles) {
        bars.closeTime[bar] = later.closeTime[row];
        bars.trades[bar] = Math.addExact(bars.trades[bar], later.trades[row]);
        bars.candles[bar] += candles;
        bars.high.raise(bar, later.high, row);
        bars.low.lower(bar, later.low, row);
        bars.close.copy(bar, later.close, row);
        bars.volume.add(bar, later.volume, row);
        bars.quoteVolume.add(bar, later.quoteVolume, row);
        bars.takerBuyVolume.add(bar, later.takerBuyVolume, row);
        bars.takerBuyQuoteVolume.add(bar, later.takerBuyQuoteVolume, row);
    }
}

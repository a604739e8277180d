package io.cryptolambda.batch.columnar;

import io.cryptolambda.core.Interval;

/** One rung of the ladder: the finished bars of an interval, and behind them the one in progress. */
final class Rung {
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

    /** Adds the minutes from {@code row} on that lie in one bar, and returns the row after them. */
    int addMinutes(MinuteColumns minutes, int row, int to) {
        int next = row;
        if (!open) {
            begin(minutes, row, 1);
            setPosition(bars.size, minutes.asOf[row], minutes.appendTime[row], (int) minutes.partition[row]);
            next++;
        }
        int bar = bars.size;
        while (next < to && minutes.openTime[next] < end) {
            add(bar, minutes, next, 1);
            raisePosition(bar, minutes.asOf[next], minutes.appendTime[next], (int) minutes.partition[next]);
            next++;
        }
        return next;
    }

    /** Adds the bar in progress of the finer rung. */
    void addBar(BarColumns finer) {
        int row = finer.size;
        if (!open) {
            begin(finer, row, finer.candles[row]);
            setPosition(bars.size, finer.asOf[row], finer.asOfTime[row], finer.partition[row]);
            return;
        }
        add(bars.size, finer, row, finer.candles[row]);
        raisePosition(bars.size, finer.asOf[row], finer.asOfTime[row], finer.partition[row]);
    }

    /** Makes the bar in progress a finished one. */
    void finish() {
        bars.size++;
        open = false;
    }

    private void begin(MarketColumns from, int row, int candles) {
        int bar = bars.size;
        bars.copy(bar, from, row);
        bars.openTime[bar] = interval.openTime(from.openTime[row]);
        bars.candles[bar] = candles;
        end = bars.openTime[bar] + interval.millis();
        open = true;
    }

    /** Of records at the same position, which imported ones can be, the one appended later is the later. */
    private void raisePosition(int bar, long asOf, long asOfTime, int partition) {
        long current = bars.asOf[bar];
        if (asOf > current || asOf == current && asOfTime > bars.asOfTime[bar]) {
            setPosition(bar, asOf, asOfTime, partition);
        }
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

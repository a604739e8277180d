package io.cryptolambda.batch.view;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Sums up the days of winning candles. */
public final class DayPass implements Iterator<DaySummary> {
    private final Iterator<Winner> winners;
    private Winner next;

    /** @param winners in order of (symbol, open time) */
    public DayPass(Iterator<Winner> winners) {
        this.winners = winners;
        this.next = winners.hasNext() ? winners.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public DaySummary next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        DayCount count = new DayCount(next.candle());
        do {
            count.add(next);
            next = winners.hasNext() ? winners.next() : null;
        } while (next != null && count.contains(next.candle()));
        return count.summary();
    }
}

package io.cryptolambda.batch.view;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Folds the records of each minute in log order: one with the values that stand is a duplicate and changes nothing, its
 * position included; a different one is a revision and takes over. So of A, A, B, A the fourth wins.
 */
public final class WinnerFold implements Iterator<Winner> {
    private final Iterator<LogCandle> records;
    private LogCandle next;

    /** @param records in order of (symbol, open time, position) */
    public WinnerFold(Iterator<LogCandle> records) {
        this.records = records;
        this.next = records.hasNext() ? records.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Winner next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        LogCandle first = next;
        LogCandle winner = first;
        int count = 0;
        int revisions = 0;
        do {
            if (!next.candle().sameValues(winner.candle())) {
                winner = next;
                revisions++;
            }
            count++;
            next = records.hasNext() ? records.next() : null;
        } while (next != null && next.isOfSameMinuteAs(first));
        return new Winner(winner.candle(), winner.position(), first.position(), count, revisions);
    }
}

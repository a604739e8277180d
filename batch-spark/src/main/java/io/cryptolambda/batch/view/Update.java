package io.cryptolambda.batch.view;

import io.cryptolambda.batch.view.DayPlan.Role;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Brings one series up to date: merges the rows of the previous run with what the touched days now have, and gives out the
 * rows that are new or have changed, in open-time order. Streams; the pass holds the lookback, nothing else is held.
 *
 * @param <V> a row of the view
 * @param <N> what a new row is made from
 */
public final class Update<V, N> implements Iterator<V> {
    private final UpdatablePass<V, N> pass;
    private final Iterator<Before<V>> before;
    private final Iterator<N> touched;
    private Before<V> row;
    private N now;
    private V changed;

    /**
     * A row of the previous run with its day's part in the recompute.
     *
     * @param row the row
     * @param role what to do with it
     * @param touched whether its day was touched, so that what the day now has counts instead
     * @param laterDays the first record of any later day of the symbol; null if there is none
     * @param <V> a row of the view
     */
    public record Before<V>(V row, Role role, boolean touched, LogPosition laterDays) {}

    /**
     * @param pass a fresh one
     * @param before rows of the planned days, in open-time order
     * @param touched what the touched days now have, in open-time order; nothing ever vanishes from a day
     */
    public Update(UpdatablePass<V, N> pass, Iterator<Before<V>> before, Iterator<N> touched) {
        this.pass = pass;
        this.before = before;
        this.touched = touched;
        this.row = nextRow();
        this.now = nextNow();
    }

    @Override
    public boolean hasNext() {
        while (changed == null && (row != null || now != null)) {
            changed = step();
        }
        return changed != null;
    }

    @Override
    public V next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        V result = changed;
        changed = null;
        return result;
    }

    /** Goes one element on; null if it has not changed. */
    private V step() {
        long rowTime = row == null ? Long.MAX_VALUE : pass.openTimeOf(row.row());
        long nowTime = now == null ? Long.MAX_VALUE : pass.openTime(now);
        if (nowTime < rowTime) {
            V added = pass.add(now);
            now = nextNow();
            return added;
        }
        Before<V> passed = row;
        row = nextRow();
        if (passed.touched()) {
            if (nowTime != rowTime) {
                throw new IllegalStateException("the view has a row of " + rowTime
                        + " that the master dataset does not tell of: " + passed.row() + "; run recompute --full");
            }
            V revised = pass.add(now);
            now = nextNow();
            return revised.equals(passed.row()) ? null : revised;
        }
        if (passed.role() == Role.EMIT) {
            V again = pass.again(passed.row(), passed.laterDays());
            return again.equals(passed.row()) ? null : again;
        }
        pass.prime(passed.row());
        return null;
    }

    private Before<V> nextRow() {
        return before.hasNext() ? before.next() : null;
    }

    private N nextNow() {
        return touched.hasNext() ? touched.next() : null;
    }
}

package io.cryptolambda.local.lambda.verify;

import java.util.Iterator;
import java.util.function.ToLongFunction;

/**
 * Rows in open-time order, looked at one ahead.
 *
 * @param <T> a row
 */
final class Rows<T> {
    private final Iterator<T> rows;
    private final ToLongFunction<T> openTime;
    private T next;

    Rows(Iterator<T> rows, ToLongFunction<T> openTime) {
        this.rows = rows;
        this.openTime = openTime;
        advance();
    }

    /** Open time of the next row, epoch milliseconds UTC; {@code Long.MAX_VALUE} at the end. */
    long openTime() {
        return next == null ? Long.MAX_VALUE : openTime.applyAsLong(next);
    }

    /** Takes the next row if it is of {@code time}; else null. */
    T takeIfAt(long time) {
        if (next == null || openTime() != time) {
            return null;
        }
        T taken = next;
        advance();
        if (openTime() <= time) {
            throw new IllegalStateException("rows are not in open-time order: " + openTime() + " after " + time);
        }
        return taken;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}

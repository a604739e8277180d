package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.row.Groups;
import io.cryptolambda.batch.row.SeriesKey;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Runs over two streams that are sorted by the same key, a key at a time. Streams; a computation must take all that it is
 * given.
 *
 * @param <A> an item of the left stream
 * @param <B> an item of the right stream
 * @param <R> what is computed
 */
final class CoGroups<A, B, R> implements Iterator<R> {
    private final Groups<A> left;
    private final Groups<B> right;
    private final Computation<A, B, R> computation;
    private Iterator<R> results = Collections.emptyIterator();

    /** What is computed of a key's items, of which one side may have none. */
    interface Computation<A, B, R> {
        Iterator<R> of(Iterator<A> left, Iterator<B> right);
    }

    CoGroups(Groups<A> left, Groups<B> right, Computation<A, B, R> computation) {
        this.left = left;
        this.right = right;
        this.computation = computation;
    }

    @Override
    public boolean hasNext() {
        while (!results.hasNext()) {
            SeriesKey key = nextKey();
            if (key == null) {
                return false;
            }
            results = computation.of(left.of(key), right.of(key));
        }
        return true;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return results.next();
    }

    private SeriesKey nextKey() {
        if (left.key() == null || right.key() == null) {
            return left.key() == null ? right.key() : left.key();
        }
        return left.key().compareTo(right.key()) <= 0 ? left.key() : right.key();
    }
}

package io.cryptolambda.batch.row;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * A stream that is sorted by a key, taken a key at a time. Holds one item.
 *
 * @param <T> an item
 */
public final class Groups<T> {
    private final Iterator<T> items;
    private final Function<T, SeriesKey> keyOf;
    private T next;
    private SeriesKey nextKey;

    /** @param keyOf the key of an item */
    public Groups(Iterator<T> items, Function<T, SeriesKey> keyOf) {
        this.items = items;
        this.keyOf = keyOf;
        advance();
    }

    /** The key of what comes next; null at the end. */
    public SeriesKey key() {
        return nextKey;
    }

    /** The items of {@code key} that come next: none if another key does. */
    public Iterator<T> of(SeriesKey key) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return key.equals(nextKey);
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                T item = next;
                advance();
                return item;
            }
        };
    }

    /** What {@code function} makes of the items of each key; it must take all of them. */
    public <R> Iterator<R> mapped(Function<Iterator<T>, R> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return nextKey != null;
            }

            @Override
            public R next() {
                if (nextKey == null) {
                    throw new NoSuchElementException();
                }
                return function.apply(of(nextKey));
            }
        };
    }

    private void advance() {
        next = items.hasNext() ? items.next() : null;
        SeriesKey key = next == null ? null : keyOf.apply(next);
        nextKey = key != null && key.equals(nextKey) ? nextKey : key;
    }
}

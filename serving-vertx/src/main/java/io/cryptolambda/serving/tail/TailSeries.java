package io.cryptolambda.serving.tail;

import io.cryptolambda.serving.view.Range;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The newest documents of one series by open time, a bounded number. Safe for use by several threads. */
final class TailSeries {
    private final int bound;
    private final TreeMap<Long, TailDocument> documents = new TreeMap<>();

    TailSeries(int bound) {
        this.bound = bound;
    }

    /** Takes the document in; false if one of the same open time that knows more is held. */
    synchronized boolean put(TailDocument document) {
        TailDocument held = documents.get(document.openTime());
        if (held != null && held.asOf() > document.asOf()) {
            return false;
        }
        documents.put(document.openTime(), document);
        if (documents.size() > bound) {
            documents.pollFirstEntry();
        }
        return true;
    }

    synchronized TailDocument newest() {
        return documents.lastEntry().getValue();
    }

    /** Oldest first, one more than the range's limit from the end that the range begins at. */
    synchronized List<TailDocument> within(Range range) {
        NavigableMap<Long, TailDocument> found = documents;
        if (range.from() != null) {
            found = found.tailMap(range.from(), true);
        }
        if (range.to() != null) {
            found = found.headMap(range.to(), false);
        }
        if (range.oldestFirst()) {
            return found.values().stream().limit(range.limit() + 1L).toList();
        }
        Deque<TailDocument> newest = new ArrayDeque<>();
        found.descendingMap().values().stream().limit(range.limit() + 1L).forEach(newest::addFirst);
        return List.copyOf(newest);
    }
}

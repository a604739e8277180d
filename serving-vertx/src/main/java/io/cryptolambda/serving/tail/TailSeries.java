package io.cryptolambda.serving.tail;

import io.cryptolambda.serving.view.Range;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The newest documents of one series by open time, a bounded number. Safe for use by several threads. */
final class TailSeries {
    private final TreeMap<Long, TailDocument> documents = new TreeMap<>();
    private long bytes;

    /** Takes the document in, and lets the oldest go beyond {@code depth}; false if one that knows more is held. */
    synchronized boolean put(TailDocument document, int depth) {
        TailDocument held = documents.get(document.openTime());
        if (held != null && held.asOf() > document.asOf()) {
            return false;
        }
        documents.put(document.openTime(), document);
        bytes += document.bytes() - (held == null ? 0 : held.bytes());
        trim(depth);
        return true;
    }

    /** Lets the oldest go beyond {@code depth}; how many. */
    synchronized int trim(int depth) {
        int gone = 0;
        while (documents.size() > depth) {
            bytes -= documents.pollFirstEntry().getValue().bytes();
            gone++;
        }
        return gone;
    }

    synchronized long bytes() {
        return bytes;
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

package io.cryptolambda.serving.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The last events in order, a bounded number, and who hears of new ones. Safe for use by several threads; one thread
 * appends.
 */
public final class EventLog {
    private final TailEvent[] ring;
    private final List<Consumer<List<TailEvent>>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    /** @param bound number of events kept */
    public EventLog(int bound) {
        this.ring = new TailEvent[bound];
    }

    /** Calls {@code listener} on the appending thread with every later batch of events. */
    public void listen(Consumer<List<TailEvent>> listener) {
        listeners.add(listener);
    }

    /** Appends and tells the listeners. */
    public void append(List<TailDocument> documents) {
        List<TailEvent> events = new ArrayList<>(documents.size());
        synchronized (this) {
            for (TailDocument document : documents) {
                TailEvent event = new TailEvent(++last, document);
                ring[(int) (event.sequence() % ring.length)] = event;
                events.add(event);
            }
        }
        listeners.forEach(listener -> listener.accept(events));
    }

    /** Sequence of the last event; 0 before any. */
    public synchronized long last() {
        return last;
    }

    /** Whether all events after {@code sequence} are still here. */
    public synchronized boolean reaches(long sequence) {
        return sequence >= 0 && sequence <= last && last - sequence <= ring.length;
    }

    /** The events after {@code sequence}, oldest first; empty if some of them are no longer, or were never, here. */
    public synchronized Optional<List<TailEvent>> after(long sequence) {
        if (!reaches(sequence)) {
            return Optional.empty();
        }
        List<TailEvent> events = new ArrayList<>((int) (last - sequence));
        for (long next = sequence + 1; next <= last; next++) {
            events.add(ring[(int) (next % ring.length)]);
        }
        return Optional.of(events);
    }
}

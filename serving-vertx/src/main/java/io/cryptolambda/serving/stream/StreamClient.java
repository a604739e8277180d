package io.cryptolambda.serving.stream;

import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.TailEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One open stream, of one event loop. What the client has not read yet waits in the response's bounded queue; while that
 * is full the client is behind, and nothing waits for it but its place in the event log.
 */
final class StreamClient {
    private static final int BUFFER_BYTES = 64 * 1024;
    // Events that come together go out together, a piece this large at a time.
    private static final int PIECE_BYTES = 16 * 1024;

    private final HttpServerResponse response;
    private final StreamFilter filter;
    private final EventLog events;
    private final List<Buffer> gathered = new ArrayList<>();
    private int gatheredBytes;
    private long last;
    private boolean behind;
    private int idleTicks;

    /** @param last the event that this stream goes on after */
    StreamClient(HttpServerResponse response, StreamFilter filter, EventLog events, long last) {
        this.response = response;
        this.filter = filter;
        this.events = events;
        this.last = last;
        response.setWriteQueueMaxSize(BUFFER_BYTES);
    }

    StreamFilter filter() {
        return filter;
    }

    /** Sends text that is no event, if there is room. */
    void send(Buffer text) {
        if (!response.writeQueueFull()) {
            response.write(text);
        }
    }

    /**
     * Gathers an event that is new to the client and of its filter, to be sent by {@link #flush}; false if it is so far behind
     * that some are lost.
     */
    boolean send(TailEvent event, Buffer text) {
        if (behind) {
            return events.reaches(last);
        }
        if (event.sequence() > last && filter.matches(event.document().key())) {
            if (response.writeQueueFull()) {
                behind = true;
                last = event.sequence() - 1;
            } else {
                last = event.sequence();
                gather(text);
            }
        }
        return true;
    }

    /** Sends what was gathered. */
    void flush() {
        if (gathered.isEmpty()) {
            return;
        }
        // A single event's text is shared by all who hear of it.
        Buffer piece = gathered.size() == 1 ? gathered.get(0) : Buffer.buffer(gatheredBytes);
        if (gathered.size() > 1) {
            gathered.forEach(piece::appendBuffer);
        }
        gathered.clear();
        gatheredBytes = 0;
        response.write(piece);
    }

    private void gather(Buffer text) {
        gathered.add(text);
        gatheredBytes += text.length();
        if (gatheredBytes >= PIECE_BYTES) {
            flush();
        }
    }

    /** Sends what follows in the event log as far as there is room; false if the log does not reach back that far. */
    boolean catchUp() {
        Optional<List<TailEvent>> following = events.after(last);
        if (following.isEmpty()) {
            return false;
        }
        idleTicks = 0;
        behind = false;
        for (TailEvent event : following.get()) {
            if (event.sequence() > last && filter.matches(event.document().key())) {
                if (response.writeQueueFull()) {
                    behind = true;
                    break;
                }
                last = event.sequence();
                gather(EventText.of(event));
            }
            last = Math.max(last, event.sequence());
        }
        flush();
        return true;
    }

    /** Counts a tick without progress of a client that is behind; the number of them in a row. */
    int idleTicks() {
        idleTicks = behind || response.writeQueueFull() ? idleTicks + 1 : 0;
        return idleTicks;
    }

    /** Cuts the connection: the client shall notice. */
    void end() {
        gathered.clear();
        response.reset();
    }
}

package io.cryptolambda.serving.stream;

import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.TailEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;

/**
 * One open stream, of one event loop. What the client has not read yet waits in the response's bounded queue; while that
 * is full the client is behind, and nothing waits for it but its place in the event log.
 */
final class StreamClient {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final HttpServerResponse response;
    private final StreamFilter filter;
    private final EventLog events;
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

    /** Sends an event that is new to the client and of its filter; false if it is so far behind that some are lost. */
    boolean send(TailEvent event, Buffer text) {
        if (behind) {
            return events.reaches(last);
        }
        if (event.sequence() > last && filter.matches(event.document().key())) {
            if (response.writeQueueFull()) {
                behind = true;
                last = event.sequence() - 1;
            } else {
                response.write(text);
                last = event.sequence();
            }
        }
        return true;
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
            if (filter.matches(event.document().key())) {
                if (response.writeQueueFull()) {
                    behind = true;
                    return true;
                }
                response.write(EventText.of(event));
            }
            last = event.sequence();
        }
        return true;
    }

    /** Counts a tick without progress of a client that is behind; the number of them in a row. */
    int idleTicks() {
        idleTicks = behind || response.writeQueueFull() ? idleTicks + 1 : 0;
        return idleTicks;
    }

    /** Cuts the connection: the client shall notice. */
    void end() {
        response.reset();
    }
}

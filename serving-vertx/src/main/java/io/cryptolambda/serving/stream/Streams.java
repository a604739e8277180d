package io.cryptolambda.serving.stream;

import io.cryptolambda.serving.guard.RefusedException;
import io.cryptolambda.serving.tail.EventLog;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.OptionalLong;

/** Opens event streams on one event loop. */
public final class Streams {
    private static final long KEEP_ALIVE_MILLIS = 15_000;
    private static final int RETRY_SECONDS = 5;
    private static final Buffer HELLO = Buffer.buffer("retry: 2000\n\n");

    private final EventLog events;
    private final StreamCount count;
    private final StreamHub hub;

    /** To be made on the event loop that it is of. */
    public Streams(Vertx vertx, EventLog events, StreamCount count) {
        this(vertx, events, count, KEEP_ALIVE_MILLIS);
    }

    /** @param keepAliveMillis how often a client hears something even if there is nothing to tell */
    Streams(Vertx vertx, EventLog events, StreamCount count, long keepAliveMillis) {
        this.events = events;
        this.count = count;
        this.hub = new StreamHub(vertx, events, count, keepAliveMillis);
    }

    /**
     * Opens a stream.
     *
     * @param lastEventId the last event the client has seen; null if none. If what followed is not known any more, the
     *     client is told by an event {@code reset} to ask for what it missed
     * @throws RefusedException if too many streams are open
     */
    public void open(HttpServerResponse response, StreamFilter filter, String lastEventId) {
        if (!count.opened()) {
            throw RefusedException.full("No more event streams can be opened.", RETRY_SECONDS);
        }
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // Compression would hold events back until there are enough of them.
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        begin(response, filter, lastEventId);
    }

    private void begin(HttpServerResponse response, StreamFilter filter, String lastEventId) {
        long now = events.last();
        OptionalLong seen = lastEventId == null ? OptionalLong.of(now) : EventId.sequence(lastEventId);
        boolean known = seen.isPresent() && events.after(seen.getAsLong()).isPresent();
        StreamClient client = new StreamClient(response, filter, events, known ? seen.getAsLong() : now);
        hub.add(client, response);
        client.send(HELLO);
        if (!known) {
            client.send(EventText.reset(now));
        }
        hub.catchUp(client);
    }
}

package io.cryptolambda.serving.stream;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.SeriesKey;
import io.cryptolambda.serving.tail.TailEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Passes events on to the streams of one event loop: each is written once, however many clients hear of it. */
final class StreamHub {
    // A client that has not read a byte of a full buffer for two to three of these is dropped.
    private static final int MOST_IDLE_TICKS = 2;
    private static final Buffer KEEP_ALIVE = Buffer.buffer(": keep-alive\n\n");

    private final StreamCount count;
    private final Set<StreamClient> clients = new LinkedHashSet<>();
    private final Map<SeriesKey, Set<StreamClient>> bySeries = new HashMap<>();
    private final Set<StreamClient> ofAnySymbol = new LinkedHashSet<>();

    /** Listens as long as the process lives; made on the event loop it is of. */
    StreamHub(Vertx vertx, EventLog events, StreamCount count, long keepAliveMillis) {
        this.count = count;
        Context context = vertx.getOrCreateContext();
        events.listen(batch -> context.runOnContext(now -> deliver(batch)));
        vertx.setPeriodic(keepAliveMillis, id -> keepAlive());
    }

    /** Adds a stream. */
    void add(StreamClient client, HttpServerResponse response) {
        clients.add(client);
        if (client.filter().symbols().isEmpty()) {
            ofAnySymbol.add(client);
        } else {
            series(client.filter()).forEach(key -> bySeries.computeIfAbsent(key, none -> new LinkedHashSet<>())
                    .add(client));
        }
        response.closeHandler(closed -> remove(client));
        response.exceptionHandler(failed -> remove(client));
        response.drainHandler(drained -> catchUp(client));
    }

    /** Sends a client what it has not had yet; one that is behind what is known is dropped. */
    void catchUp(StreamClient client) {
        if (clients.contains(client) && !client.catchUp()) {
            drop(client);
        }
    }

    private void drop(StreamClient client) {
        remove(client);
        count.dropped();
        client.end();
    }

    private void remove(StreamClient client) {
        if (!clients.remove(client)) {
            return;
        }
        count.closed();
        ofAnySymbol.remove(client);
        series(client.filter())
                .forEach(key -> bySeries.computeIfPresent(key, (none, held) -> {
                    held.remove(client);
                    return held.isEmpty() ? null : held;
                }));
    }

    private static List<SeriesKey> series(StreamFilter filter) {
        List<SeriesKey> series = new ArrayList<>();
        for (String symbol : filter.symbols()) {
            for (Interval interval : Interval.values()) {
                if (filter.intervals().isEmpty() || filter.intervals().contains(interval)) {
                    series.add(new SeriesKey(symbol, interval));
                }
            }
        }
        return series;
    }

    private void deliver(List<TailEvent> batch) {
        Set<StreamClient> told = new LinkedHashSet<>();
        for (TailEvent event : batch) {
            Set<StreamClient> of = bySeries.getOrDefault(event.document().key(), Set.of());
            if (of.isEmpty() && ofAnySymbol.isEmpty()) {
                continue;
            }
            Buffer text = EventText.of(event);
            List<StreamClient> lost = Stream.concat(of.stream(), ofAnySymbol.stream())
                    .filter(client -> !client.send(event, text))
                    .toList();
            lost.forEach(this::drop);
            told.addAll(of);
        }
        told.addAll(ofAnySymbol);
        told.forEach(StreamClient::flush);
    }

    private void keepAlive() {
        for (StreamClient client : List.copyOf(clients)) {
            if (client.idleTicks() > MOST_IDLE_TICKS) {
                drop(client);
            } else {
                client.send(KEEP_ALIVE);
            }
        }
    }
}

package io.cryptolambda.ingest.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the connections count. */
public final class StreamCounters {
    private final Counter renewals;
    private final Counter resubscriptions;
    private final Counter connections;
    private final Counter bytes;

    public StreamCounters(MeterRegistry metrics) {
        renewals = metrics.counter("ingest_websocket_renewals");
        resubscriptions = metrics.counter("ingest_stream_resubscriptions");
        connections = metrics.counter("ingest_websocket_connections");
        bytes = metrics.counter("ingest_websocket_bytes");
    }

    void renewed() {
        renewals.increment();
    }

    void resubscribed() {
        resubscriptions.increment();
    }

    /** A message of so many bytes has come. Any thread. */
    void received(long size) {
        bytes.increment(size);
    }

    void connected() {
        connections.increment();
    }
}

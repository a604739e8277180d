package io.cryptolambda.local.exchange.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who listens to which stream. Used on the event loop only. */
public final class StreamHub {
    private final Map<String, Set<StreamConnection>> listeners = new HashMap<>();
    private final Set<String> streams = new LinkedHashSet<>();
    private final Counter messages;
    private Runnable onChange = () -> {};

    /** @param symbols the symbols that there are streams of */
    public StreamHub(Iterable<String> symbols, MeterRegistry metrics) {
        symbols.forEach(symbol -> streams.add(KlineMessage.stream(symbol)));
        messages = metrics.counter("exchange_stream_messages");
        metrics.gauge("exchange_stream_subscriptions", this, StreamHub::subscriptions);
    }

    /** Calls {@code action} whenever somebody begins or ends to listen, or has read what was waiting. */
    void onChange(Runnable action) {
        onChange = action;
    }

    void subscribe(StreamConnection connection, String stream) {
        if (streams.contains(stream)) {
            listeners.computeIfAbsent(stream, any -> new LinkedHashSet<>()).add(connection);
            onChange.run();
        }
    }

    void unsubscribe(StreamConnection connection, String stream) {
        Set<StreamConnection> connections = listeners.get(stream);
        if (connections != null && connections.remove(connection) && connections.isEmpty()) {
            listeners.remove(stream);
        }
        onChange.run();
    }

    void drained() {
        onChange.run();
    }

    /** Whether anybody listens to anything that there is. */
    boolean heard() {
        return !listeners.isEmpty();
    }

    /** Whether a listener has not yet read what it was sent. */
    boolean congested() {
        for (Set<StreamConnection> connections : listeners.values()) {
            for (StreamConnection connection : connections) {
                if (connection.congested()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tells everybody who listens to the symbol's stream. */
    void publish(TapeEvent event) {
        String stream = KlineMessage.stream(event.candle().symbol());
        Set<StreamConnection> connections = listeners.get(stream);
        if (connections == null) {
            return;
        }
        String raw = KlineMessage.raw(event);
        String combined = KlineMessage.combined(stream, raw);
        for (StreamConnection connection : Set.copyOf(connections)) {
            connection.send(connection.combined() ? combined : raw);
            messages.increment();
        }
    }

    private int subscriptions() {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }
}

package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.json.KlineEventJson;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.core.json.SubscriptionJson;
import io.cryptolambda.local.exchange.fault.RateWindow;
import io.cryptolambda.local.exchange.fault.Violations;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One client's WebSocket: its subscriptions, the limits it has to keep, and the pings that show it is alive. */
final class StreamConnection implements SubscriptionJson.Streams {
    /** Most streams on one connection. */
    static final int MAX_STREAMS = 1024;

    private static final int PINGS_UNANSWERED = 3;
    private static final int MESSAGES_A_SECOND = 5;
    private static final short POLICY_VIOLATION = 1008;
    private static final short GOING_AWAY = 1001;

    private final ServerWebSocket socket;
    private final StreamHub hub;
    private final Violations violations;
    private final boolean combined;
    private final boolean waitedFor;
    private final KlineTimeUnit unit;
    private final long openedAt;
    private final long pongWithinMillis;
    private final Wire wire;
    private final Set<String> streams = new LinkedHashSet<>();
    private final RateWindow messages = new RateWindow(MESSAGES_A_SECOND, 1_000);
    private long unansweredSince = Long.MAX_VALUE;
    private String lastPing = "";

    /**
     * @param openedAt virtual time, epoch milliseconds UTC
     * @param format how payloads are written
     * @param waitedFor whether the tape waits for this client to read; otherwise it is cut off when it falls behind
     * @param pingEvery how often it is pinged, real time
     */
    StreamConnection(
            Vertx vertx,
            ServerWebSocket socket,
            StreamHub hub,
            Violations violations,
            long openedAt,
            Format format,
            boolean waitedFor,
            Duration pingEvery) {
        this.socket = socket;
        this.hub = hub;
        this.violations = violations;
        this.openedAt = openedAt;
        this.combined = format.combined();
        this.unit = format.unit();
        this.waitedFor = waitedFor;
        this.pongWithinMillis = PINGS_UNANSWERED * pingEvery.toMillis();
        this.wire = Wire.under(socket, this::counted);
        long pings = vertx.setPeriodic(pingEvery.toMillis(), timer -> ping());
        socket.setWriteQueueMaxSize(waitedFor ? 64 * 1024 : 32 * 1024 * 1024);
        socket.drainHandler(drained -> hub.drained());
        socket.pongHandler(this::pong);
        socket.textMessageHandler(text -> write(SubscriptionJson.answer(text, this)));
        socket.exceptionHandler(broken -> socket.close());
        socket.closeHandler(closed -> {
            vertx.cancelTimer(pings);
            Set.copyOf(streams).forEach(this::unsubscribe);
            hub.closed(this);
        });
    }

    /**
     * How payloads are written.
     *
     * @param combined whether they are wrapped with the name of their stream
     */
    record Format(boolean combined, KlineTimeUnit unit) {}

    boolean congested() {
        return waitedFor && !socket.isClosed() && socket.writeQueueFull();
    }

    /** When it was opened, virtual time. */
    long openedAt() {
        return openedAt;
    }

    @Override
    public Set<String> streams() {
        return streams;
    }

    @Override
    public int most() {
        return MAX_STREAMS;
    }

    @Override
    public boolean subscribe(List<String> wanted) {
        long more = wanted.stream()
                .filter(stream -> !streams.contains(stream))
                .distinct()
                .count();
        if (streams.size() + more > MAX_STREAMS) {
            violations.add(Violations.Kind.STREAMS);
            return false;
        }
        for (String stream : wanted) {
            streams.add(stream);
            hub.subscribe(this, stream);
        }
        return true;
    }

    @Override
    public void unsubscribe(String stream) {
        if (streams.remove(stream)) {
            hub.unsubscribe(this, stream);
        }
    }

    void send(String stream, KlineMessage message) {
        String raw = message.raw(unit);
        write(combined ? KlineEventJson.combined(stream, raw) : raw);
    }

    /** Says that the server goes away; it does so when {@link #close()} is called. */
    void announceShutdown(long eventTime) {
        String event = "{\"e\":\"serverShutdown\",\"E\":" + unit.first(eventTime) + "}";
        write(combined ? KlineEventJson.combined("!serverShutdown", event) : event);
    }

    void close() {
        Set.copyOf(streams).forEach(this::unsubscribe); // from now on nobody waits for this client
        socket.close(GOING_AWAY, "the connection has lived long enough");
    }

    Wire wire() {
        return wire;
    }

    private void write(String message) {
        if (socket.isClosed()) {
            return;
        }
        if (!waitedFor && socket.writeQueueFull()) {
            socket.close(POLICY_VIOLATION, "too slow");
            return;
        }
        socket.writeTextMessage(message);
    }

    private void counted() {
        if (!messages.admit(hub.realMillis())) {
            violations.add(Violations.Kind.MESSAGES);
            socket.close(POLICY_VIOLATION, "Too many requests");
        }
    }

    private void pong(Buffer payload) {
        if (payload.toString().equals(lastPing)) {
            unansweredSince = Long.MAX_VALUE;
        }
    }

    private void ping() {
        if (socket.isClosed()) {
            return;
        }
        long now = hub.realMillis();
        if (now - unansweredSince >= pongWithinMillis && unansweredSince != Long.MAX_VALUE) {
            violations.add(Violations.Kind.PONGS);
            socket.close(POLICY_VIOLATION, "no pong");
            return;
        }
        unansweredSince = Math.min(unansweredSince, now);
        lastPing = Long.toString(now);
        socket.writePing(Buffer.buffer(lastPing));
    }
}

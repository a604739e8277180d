package io.cryptolambda.ingest.stream;

import io.cryptolambda.core.access.Backoff;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of one connection: it is replaced there when it is lost, and, make before break, when its time comes: the new
 * one flows before the old one is closed. On the scheduler's thread.
 */
final class Slot implements Connection.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);
    private static final Duration MARKET_LIFE = Duration.ofHours(23);
    private static final Duration REAL_LIFE = Duration.ofHours(23).plusMinutes(30);
    private static final Duration FLOW_PATIENCE = Duration.ofSeconds(5);
    // One that lives for less may be lost for a reason that stays.
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final Duration SILENT = Duration.ofSeconds(10);

    private final LiveStreams streams;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Backoff backoff;
    private Connection current;
    private Connection next;
    private boolean connecting;
    private boolean closed;

    Slot(LiveStreams streams, Backoff backoff) {
        this.streams = streams;
        this.backoff = backoff;
    }

    int size() {
        return wanted.size();
    }

    boolean has(String stream) {
        return wanted.contains(stream);
    }

    boolean subscribed() {
        return current != null && current.verified();
    }

    void add(String stream) {
        wanted.add(stream);
        each(connection -> connection.add(stream));
    }

    void remove(String stream) {
        wanted.remove(stream);
        each(connection -> connection.remove(stream));
    }

    /** A stream has gone quiet: it alone is subscribed to anew, or, if nothing comes at all, the connection is replaced. */
    void silent(String stream) {
        if (current == null || current.age().compareTo(SILENT) < 0) {
            return;
        }
        if (current.silence().compareTo(SILENT) > 0) {
            Connection dead = current;
            dead.cancel();
            lost(dead, "nothing came for " + dead.silence().toSeconds() + " s although there was something");
        } else {
            if (current.refresh(stream)) {
                LOG.warn("event=stream_silent stream={}", stream);
                streams.counters().resubscribed();
            }
        }
    }

    /** Looks whether the connection's time has come. */
    void tick() {
        if (current != null && next == null && !connecting && old(current)) {
            renew(current, "24 hours are nearly over");
        }
        if (next != null
                && next.verified()
                && (current == null || next.flowing() || next.silence().compareTo(FLOW_PATIENCE) > 0)) {
            promote();
        }
    }

    void connect() {
        connect(Duration.ZERO);
    }

    void close() {
        closed = true;
        each(Connection::cancel);
    }

    @Override
    public void verified(Connection connection) {
        if (connection == next && (current == null || next.flowing())) {
            promote();
        }
    }

    @Override
    public void renew(Connection connection, String reason) {
        if (connection == current && next == null && !connecting && !closed) {
            LOG.info("event=websocket_renewed reason=\"{}\" streams={}", reason, wanted.size());
            streams.counters().renewed();
            connect(Duration.ZERO);
        }
    }

    @Override
    public void lost(Connection connection, String reason) {
        if (closed || connection != current && connection != next) {
            return;
        }
        if (connection == current && connection.age().compareTo(SETTLED) > 0) {
            backoff.reset();
        }
        Duration wait = backoff.next();
        LOG.warn("event=websocket_lost reason=\"{}\" streams={} wait_ms={}", reason, wanted.size(), wait.toMillis());
        if (connection == next) {
            next = null;
        } else {
            current = null;
            streams.listener().disconnected(reason);
        }
        if (next == null && !connecting) {
            connect(wait);
        }
    }

    private void connect(Duration wait) {
        connecting = true;
        streams.scheduler().schedule(this::connectNow, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void connectNow() {
        if (closed) {
            return;
        }
        Duration wait = streams.budget().take();
        if (!wait.isZero()) {
            LOG.warn("event=connect_limit wait_ms={}", wait.toMillis());
            connect(wait.plusMillis(1));
            return;
        }
        connecting = false;
        next = streams.newConnection(wanted, this);
    }

    private void promote() {
        Connection old = current;
        current = next;
        next = null;
        if (old != null) {
            old.close();
        }
        streams.listener().subscribed();
    }

    private boolean old(Connection connection) {
        return streams.exchangeTime() - connection.openedAt() >= MARKET_LIFE.toMillis()
                || connection.age().compareTo(REAL_LIFE) >= 0;
    }

    private void each(Consumer<Connection> action) {
        if (current != null) {
            action.accept(current);
        }
        if (next != null) {
            action.accept(next);
        }
    }
}

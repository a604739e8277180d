package io.cryptolambda.ingest.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import okio.Utf8;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket from its opening to its end. It subscribes to what it is given, asks what it is subscribed to, and is
 * {@link #verified()} once that is all of it. Apart from the reader's callbacks it lives on the scheduler's thread.
 */
final class Connection extends WebSocketListener {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int STREAMS_A_REQUEST = 200;
    private static final int CHECKS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REFRESH_PAUSE = Duration.ofSeconds(60);
    private static final int NORMAL_CLOSURE = 1000;

    private final Set<String> streams = new LinkedHashSet<>();
    private final Map<String, Long> refreshed = new HashMap<>();
    private final ScheduledExecutorService scheduler;
    private final StreamListener listener;
    private final StreamCounters counters;
    private final Owner owner;
    private final long openedAt;
    private final LongSupplier nanoTime;
    private final long openedNanos;
    private final MessageLimit limit = new MessageLimit();
    private final Outbox outbox;
    private WebSocket socket;
    private long lastId;
    private int checks;
    private boolean open;
    private boolean verified;
    private boolean gone;
    private volatile boolean flowing;
    private volatile long lastMessage;

    /** Hears of the turns in a connection's life, on the scheduler's thread. */
    interface Owner {
        void verified(Connection connection);

        void renew(Connection connection, String reason);

        void lost(Connection connection, String reason);
    }

    /**
     * @param openedAt the exchange's clock, epoch milliseconds UTC
     * @param nanoTime protocol time, in nanoseconds from anywhere
     */
    Connection(
            Collection<String> streams,
            ScheduledExecutorService scheduler,
            StreamListener listener,
            StreamCounters counters,
            Owner owner,
            long openedAt,
            LongSupplier nanoTime) {
        this.streams.addAll(streams);
        this.scheduler = scheduler;
        this.listener = listener;
        this.counters = counters;
        this.owner = owner;
        this.openedAt = openedAt;
        this.nanoTime = nanoTime;
        this.openedNanos = nanoTime.getAsLong();
        this.lastMessage = openedNanos;
        this.outbox = new Outbox(scheduler, text -> socket.send(text));
    }

    void connect(OkHttpClient client, Request request) {
        socket = client.newBuilder().socketFactory(limit).build().newWebSocket(request, this);
        awaitVerified();
    }

    /** Whether the exchange says that it is subscribed to all it was given. */
    boolean verified() {
        return verified;
    }

    /** Whether candles have come. */
    boolean flowing() {
        return flowing;
    }

    /** The exchange's clock at the opening, epoch milliseconds UTC. */
    long openedAt() {
        return openedAt;
    }

    /** Real time since the opening. */
    Duration age() {
        return Duration.ofNanos(nanoTime.getAsLong() - openedNanos);
    }

    /** Real time since anything came. */
    Duration silence() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastMessage);
    }

    void add(String stream) {
        if (streams.add(stream) && open) {
            verified = false;
            checks = 0;
            subscribe(List.of(stream));
            list();
            awaitVerified();
        }
    }

    void remove(String stream) {
        if (streams.remove(stream) && open) {
            outbox.add(StreamMessage.request("UNSUBSCRIBE", ++lastId, List.of(stream)));
        }
    }

    /**
     * Subscribes anew to a stream that has gone quiet, unless that was tried lately.
     *
     * @return whether it is done
     */
    boolean refresh(String stream) {
        long now = nanoTime.getAsLong();
        Long before = refreshed.get(stream);
        if (!open || outbox.busy() || before != null && now - before < REFRESH_PAUSE.toNanos()) {
            return false;
        }
        refreshed.put(stream, now);
        outbox.add(StreamMessage.request("UNSUBSCRIBE", ++lastId, List.of(stream)));
        outbox.add(StreamMessage.request("SUBSCRIBE", ++lastId, List.of(stream)));
        return true;
    }

    void close() {
        gone = true;
        if (!socket.close(NORMAL_CLOSURE, null)) {
            socket.cancel();
        }
        // The other side may not answer any more.
        scheduler.schedule(socket::cancel, 5, TimeUnit.SECONDS);
    }

    void cancel() {
        gone = true;
        socket.cancel();
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        onScheduler(() -> {
            open = true;
            List<String> wanted = new ArrayList<>(streams);
            for (int from = 0; from < wanted.size(); from += STREAMS_A_REQUEST) {
                subscribe(wanted.subList(from, Math.min(wanted.size(), from + STREAMS_A_REQUEST)));
            }
            list();
        });
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        received(Utf8.size(text));
        try {
            StreamMessage message = StreamMessage.read(text);
            if (message instanceof StreamMessage.Kline kline) {
                flowing = true;
                listener.kline(kline.event());
            } else {
                onScheduler(() -> control(message));
            }
        } catch (IllegalArgumentException e) {
            listener.unreadable(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            from.cancel();
        }
    }

    @Override
    public void onMessage(WebSocket from, ByteString bytes) {
        received(bytes.size());
        listener.unreadable("binary message of " + bytes.size() + " bytes");
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
        closing.close(NORMAL_CLOSURE, null);
        onScheduler(() -> lost("closed by the exchange: " + code + " " + reason));
    }

    @Override
    public void onFailure(WebSocket failed, Throwable failure, Response response) {
        if (failure instanceof MessageLimit.Exceeded) {
            listener.unreadable(failure.getMessage());
        }
        onScheduler(() -> lost(failure.toString()));
    }

    private void received(long size) {
        limit.messageEnded();
        lastMessage = nanoTime.getAsLong();
        counters.received(size);
    }

    private void control(StreamMessage message) {
        if (message instanceof StreamMessage.Subscriptions told) {
            check(told.streams());
        } else if (message instanceof StreamMessage.Shutdown) {
            owner.renew(this, "the exchange announced a shutdown");
        } else if (message instanceof StreamMessage.Refused refused) {
            LOG.error("event=stream_request_refused reason=\"{}\"", refused.reason());
            lost("request refused: " + refused.reason());
        }
    }

    private void check(Set<String> told) {
        List<String> missing =
                streams.stream().filter(stream -> !told.contains(stream)).toList();
        if (missing.isEmpty()) {
            if (!verified) {
                verified = true;
                LOG.info("event=subscribed streams={}", streams.size());
                owner.verified(this);
            }
        } else if (++checks < CHECKS) {
            LOG.warn("event=streams_missing count={} first={}", missing.size(), missing.get(0));
            subscribe(missing.subList(0, Math.min(missing.size(), STREAMS_A_REQUEST)));
            list();
        } else {
            lost(missing.size() + " streams are not subscribed although asked for");
        }
    }

    private void subscribe(List<String> wanted) {
        outbox.add(StreamMessage.request("SUBSCRIBE", ++lastId, wanted));
    }

    private void list() {
        outbox.add(StreamMessage.request("LIST_SUBSCRIPTIONS", ++lastId, List.of()));
    }

    private void awaitVerified() {
        scheduler.schedule(
                () -> {
                    if (!verified) {
                        lost("not subscribed within " + PATIENCE.toSeconds() + " s");
                    }
                },
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void lost(String reason) {
        if (!gone) {
            cancel();
            owner.lost(this, reason);
        }
    }

    private void onScheduler(Runnable action) {
        if (!scheduler.isShutdown()) {
            scheduler.execute(action);
        }
    }
}

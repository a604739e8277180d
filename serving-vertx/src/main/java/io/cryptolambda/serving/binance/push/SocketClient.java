package io.cryptolambda.serving.binance.push;

import io.cryptolambda.core.json.KlineEventJson;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.core.json.SubscriptionJson;
import io.cryptolambda.serving.stream.StreamCount;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One connection: what it has subscribed to, and the exchange's limits, which it has to keep. */
final class SocketClient implements SubscriptionJson.Streams {
    /** Most streams on one connection. */
    static final int MAX_STREAMS = 1_024;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final long PING_EVERY_MILLIS = 20_000;
    private static final int MOST_UNANSWERED = 3;
    private static final int MESSAGES_A_SECOND = 5;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final short POLICY_VIOLATION = 1008;

    private final ServerWebSocket socket;
    private final Channel channel;
    private final SocketHub hub;
    private final StreamCount count;
    private final Format format;
    private final Map<String, Optional<KlineStream>> streams = new LinkedHashMap<>();
    private long second;
    private int messages;
    private int unanswered;
    private boolean dropped;

    /**
     * How events are written.
     *
     * @param combined whether they are wrapped with the name of their stream
     */
    record Format(boolean combined, KlineTimeUnit unit) {}

    /** @param channel what the socket is a connection of */
    SocketClient(
            Vertx vertx, ServerWebSocket socket, Channel channel, SocketHub hub, StreamCount count, Format format) {
        this.socket = socket;
        this.channel = channel;
        this.hub = hub;
        this.count = count;
        this.format = format;
        long pings = vertx.setPeriodic(PING_EVERY_MILLIS, timer -> ping());
        socket.setWriteQueueMaxSize(BUFFER_BYTES);
        socket.pongHandler(pong -> unanswered = 0);
        socket.textMessageHandler(text -> {
            if (admitted()) {
                write(SubscriptionJson.answer(text, this));
            }
        });
        socket.binaryMessageHandler(bytes -> {
            if (admitted()) {
                write(SubscriptionJson.answer(bytes.toString(), this));
            }
        });
        socket.exceptionHandler(broken -> socket.close());
        socket.closeHandler(closed -> {
            vertx.cancelTimer(pings);
            List.copyOf(streams.keySet()).forEach(this::unsubscribe);
            count.closed();
        });
    }

    @Override
    public Set<String> streams() {
        return streams.keySet();
    }

    @Override
    public int most() {
        return MAX_STREAMS;
    }

    @Override
    public boolean subscribe(List<String> names) {
        long more = names.stream()
                .filter(name -> !streams.containsKey(name))
                .distinct()
                .count();
        if (streams.size() + more > MAX_STREAMS) {
            return false;
        }
        for (String name : names) {
            Optional<KlineStream> stream = KlineStream.parse(name);
            streams.put(name, stream);
            stream.ifPresent(known -> hub.subscribe(this, known));
        }
        return true;
    }

    @Override
    public void unsubscribe(String name) {
        Optional<KlineStream> stream = streams.remove(name);
        if (stream != null && stream.isPresent() && !streams.containsValue(stream)) {
            hub.unsubscribe(this, stream.get());
        }
    }

    /** Sends an event of a stream that this client listens to. */
    void tell(KlineEvent event) {
        String raw = event.raw(format.unit());
        if (!format.combined()) {
            write(raw);
            return;
        }
        streams.forEach((name, stream) -> {
            if (stream.isPresent() && stream.get().equals(event.stream())) {
                write(KlineEventJson.combined(name, raw));
            }
        });
    }

    void close(String reason) {
        socket.close(POLICY_VIOLATION, reason);
    }

    private void write(String text) {
        if (socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            drop();
            return;
        }
        socket.writeTextMessage(text);
    }

    /** Breaks the connection off, below what would first wait for all that the client does not read. */
    private void drop() {
        if (!dropped) {
            dropped = true;
            count.dropped();
            channel.pipeline().firstContext().close();
        }
    }

    private boolean admitted() {
        long now = System.nanoTime() / SECOND_NANOS;
        messages = now == second ? messages + 1 : 1;
        second = now;
        if (messages > MESSAGES_A_SECOND) {
            close("Too many requests");
            return false;
        }
        return true;
    }

    private void ping() {
        if (++unanswered > MOST_UNANSWERED) {
            close("no pong");
        } else if (!socket.isClosed() && !socket.writeQueueFull()) {
            socket.writePing(Buffer.buffer(Integer.toString(unanswered)));
        }
    }
}

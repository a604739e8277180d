package io.cryptolambda.serving.binance.push;

import io.cryptolambda.serving.binance.BinanceAnswer;
import io.cryptolambda.serving.binance.BinanceError;
import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.guard.RefusedException;
import io.cryptolambda.serving.kline.KlineReader;
import io.cryptolambda.serving.stream.StreamCount;
import io.cryptolambda.serving.tail.EventLog;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Accepts WebSockets on {@code /ws}, {@code /ws/STREAM[/STREAM...]} and {@code /stream[?streams=STREAM/STREAM]}, with
 * {@code timeUnit=MICROSECOND} if wanted. Pages of sites that are not listed are refused: no browser would keep what is sent
 * over a WebSocket from them.
 */
public final class StreamSockets {
    private static final int RETRY_SECONDS = 5;

    private final Vertx vertx;
    private final List<String> origins;
    private final Guard guard;
    private final StreamCount count;
    private final SocketHub hub;

    /**
     * To be made on the event loop that it is of.
     *
     * @param origins pages of other sites that may listen
     * @param exchangeTime the exchange's clock, epoch milliseconds UTC
     */
    public StreamSockets(
            Vertx vertx,
            List<String> origins,
            Guard guard,
            StreamCount count,
            EventLog events,
            KlineReader klines,
            LongSupplier exchangeTime) {
        this.vertx = vertx;
        this.origins = origins;
        this.guard = guard;
        this.count = count;
        this.hub = new SocketHub(vertx, events, klines, exchangeTime);
    }

    /** Adds the routes. */
    public void mount(Router router) {
        for (String path : List.of("/ws", "/ws/*", "/stream")) {
            router.route(path)
                    .method(HttpMethod.GET)
                    .handler(guard.streams())
                    .handler(this::open)
                    .failureHandler(BinanceAnswer::refuse);
        }
    }

    private void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!asksForASocket(request)) {
            throw BinanceError.of(400, -1000, "This is a WebSocket; the request does not ask for one.");
        }
        if (!isFromAListedOrigin(request)) {
            refuse(context, BinanceError.of(403, -1000, "Pages of this origin may not listen."));
            return;
        }
        boolean combined = request.path().equals("/stream");
        StreamNames names = StreamNames.of(request.path(), request.query(), combined);
        if (!count.opened()) {
            refuse(context, RefusedException.full("No more streams can be opened.", RETRY_SECONDS));
            return;
        }
        Channel channel = ((HttpServerConnection) request.connection())
                .channelHandlerContext()
                .channel();
        request.toWebSocket()
                .onSuccess(socket -> begin(socket, channel, names, combined))
                .onFailure(e -> {
                    count.closed();
                    request.connection().close();
                });
    }

    /** Answers and closes the connection, as nothing else is asked on one that was to be a WebSocket. */
    private static void refuse(RoutingContext context, RuntimeException refusal) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(ended -> context.request().connection().close());
        context.fail(refusal);
    }

    private void begin(ServerWebSocket socket, Channel channel, StreamNames names, boolean combined) {
        SocketClient.Format format = new SocketClient.Format(combined, names.unit());
        SocketClient client = new SocketClient(vertx, socket, channel, hub, count, format);
        if (!client.subscribe(names.streams())) {
            client.close("more than " + SocketClient.MAX_STREAMS + " streams");
        }
    }

    private static boolean asksForASocket(HttpServerRequest request) {
        String key = request.getHeader("Sec-WebSocket-Key");
        String connection = request.getHeader("Connection");
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && connection != null
                && Arrays.stream(connection.split(","))
                        .anyMatch(each -> each.trim().equalsIgnoreCase("upgrade"))
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && key != null
                && key.length() == 24;
    }

    private boolean isFromAListedOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null
                || origins.contains(origin)
                || origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
    }
}

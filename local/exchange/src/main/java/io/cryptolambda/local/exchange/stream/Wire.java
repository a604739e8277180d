package io.cryptolambda.local.exchange.stream;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/**
 * The frames of one WebSocket below the library that answers pings by itself: here they are counted, and here a connection
 * can go dumb without being closed. Used on the connection's event loop.
 */
final class Wire extends ChannelDuplexHandler {
    private final Runnable onMessage;
    private ChannelHandlerContext context;
    private boolean dead;
    private boolean withoutPongs;

    private Wire(Runnable onMessage) {
        this.onMessage = onMessage;
    }

    /** @param onMessage called for each message of the client, pings and pongs included */
    static Wire under(ServerWebSocket socket, Runnable onMessage) {
        Wire wire = new Wire(onMessage);
        ChannelHandlerContext above = ((WebSocketInternal) socket).channelHandlerContext();
        above.pipeline().addBefore(above.name(), "wire", wire);
        return wire;
    }

    /** Nothing passes any more, in either direction; the connection stays open. */
    void die() {
        dead = true;
    }

    /** The client's pings do not arrive any more. */
    void withholdPongs() {
        withoutPongs = true;
    }

    /** Breaks the connection off without a word. */
    void cut() {
        context.channel().close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) throws Exception {
        if (message instanceof WebSocketFrame && !(message instanceof CloseWebSocketFrame)) {
            onMessage.run();
        }
        if (dead || withoutPongs && message instanceof PingWebSocketFrame) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(from, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext to, Object message, ChannelPromise promise) throws Exception {
        if (dead && message instanceof WebSocketFrame) {
            ReferenceCountUtil.release(message);
            promise.setSuccess();
        } else {
            super.write(to, message, promise);
        }
    }
}

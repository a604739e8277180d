package io.cryptolambda.local.exchange;

import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a WebSocket client was told: closed klines by symbol, and answers. */
final class ReceivedKlines implements WebSocket.Listener {
    private final Map<String, List<String>> closed = new ConcurrentHashMap<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private volatile boolean paused;
    private volatile int pongs;

    void opened(WebSocket opened) {
        socket = opened;
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    void ping() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
    }

    /** How many pings were answered. */
    int pongs() {
        return pongs;
    }

    void pause() {
        paused = true;
    }

    void goOn() {
        paused = false;
        socket.request(1);
    }

    void close() {
        socket.abort();
    }

    List<String> closed(String symbol) {
        return closed.getOrDefault(symbol, List.of());
    }

    List<String> answers() {
        return answers;
    }

    void awaitAnswer(String answer) {
        await().atMost(Duration.ofSeconds(60)).until(() -> answers.contains(answer));
    }

    /** The candles in the form that {@link #closed(String)} has them in. */
    static List<String> texts(List<Candle> candles) {
        return candles.stream().map(ReceivedKlines::text).toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received(new JsonObject(partial.toString()));
            partial.setLength(0);
        }
        if (!paused) {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs++;
        from.request(1);
        return null;
    }

    private void received(JsonObject message) {
        JsonObject event = message.containsKey("data") ? message.getJsonObject("data") : message;
        JsonObject kline = event.getJsonObject("k");
        if (kline == null) {
            answers.add(message.encode());
        } else if (kline.getBoolean("x")) {
            closed.computeIfAbsent(kline.getString("s"), any -> new CopyOnWriteArrayList<>())
                    .add(text(kline));
        }
    }

    private static String text(JsonObject k) {
        return "%d %d %s %s %s %s %s %s %d %s %s"
                .formatted(
                        k.getLong("t"),
                        k.getLong("T"),
                        k.getString("o"),
                        k.getString("h"),
                        k.getString("l"),
                        k.getString("c"),
                        k.getString("v"),
                        k.getString("q"),
                        k.getLong("n"),
                        k.getString("V"),
                        k.getString("Q"));
    }

    private static String text(Candle candle) {
        MarketValues m = candle.market();
        return "%d %d %s %s %s %s %s %s %d %s %s"
                .formatted(
                        candle.openTime(),
                        candle.closeTime(),
                        m.open().toPlainString(),
                        m.high().toPlainString(),
                        m.low().toPlainString(),
                        m.close().toPlainString(),
                        m.volume().toPlainString(),
                        m.quoteVolume().toPlainString(),
                        m.trades(),
                        m.takerBuyVolume().toPlainString(),
                        m.takerBuyQuoteVolume().toPlainString());
    }
}

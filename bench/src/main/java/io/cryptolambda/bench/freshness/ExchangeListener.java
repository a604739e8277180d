package io.cryptolambda.bench.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** A second client of the exchange, beside ingest: notes every closing message, when it was due and when it came. */
final class ExchangeListener implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STREAMS_A_REQUEST = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String exchange;
    private final Symbols symbols;
    private final ExchangeClock clock;
    private final BiConsumer<String, Symbol.Closing> onClosing;
    private final StringBuilder text = new StringBuilder();
    private volatile WebSocket socket;
    private volatile boolean ended;

    /** @param onClosing told the symbol and what was noted of each closing message */
    ExchangeListener(
            String exchange, Symbols symbols, ExchangeClock clock, BiConsumer<String, Symbol.Closing> onClosing) {
        this.exchange = exchange;
        this.symbols = symbols;
        this.clock = clock;
        this.onClosing = onClosing;
    }

    ExchangeListener start() {
        connect();
        return this;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            long now = System.nanoTime();
            String message = text.toString();
            text.setLength(0);
            if (message.contains("\"x\":true")) {
                closed(message, now);
            }
        }
        from.request(1);
        return null;
    }

    // The exchange ends a connection after a day of its own.
    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        if (!ended) {
            connect();
        }
        return null;
    }

    @Override
    public void close() {
        ended = true;
        socket.abort();
    }

    private void connect() {
        text.setLength(0);
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + exchange + "/stream"), this)
                .join();
        List<String> names = symbols.names();
        for (int from = 0; from < names.size(); from += STREAMS_A_REQUEST) {
            ArrayNode streams = JSON.createArrayNode();
            names.subList(from, Math.min(from + STREAMS_A_REQUEST, names.size()))
                    .forEach(name -> streams.add(name.toLowerCase(Locale.ROOT) + "@kline_1m"));
            socket.sendText(
                            JSON.createObjectNode()
                                    .put("method", "SUBSCRIBE")
                                    .put("id", from)
                                    .set("params", streams)
                                    .toString(),
                            true)
                    .join();
        }
    }

    private void closed(String message, long now) {
        JsonNode event = read(message).path("data");
        JsonNode kline = event.path("k");
        String name = event.path("s").asText();
        Symbol.Closing closing = new Symbol.Closing(
                kline.path("t").asLong(),
                clock.due(event.path("E").asLong()),
                now,
                new BigDecimal(kline.path("c").asText()));
        symbols.get(name).closed(closing);
        onClosing.accept(name, closing);
    }

    private static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

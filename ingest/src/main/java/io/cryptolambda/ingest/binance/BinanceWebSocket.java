package io.cryptolambda.ingest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the 1-minute klines of up to 1,024 symbols over one connection, and makes a new one whenever it is lost, at
 * the exchange's word, and before the exchange would cut it after 24 hours. Nothing is resent by the exchange: what was
 * missed is the listener's to find out after {@link StreamListener#subscribed()}.
 */
public final class BinanceWebSocket implements AutoCloseable {
    /** Most streams the exchange allows on one connection. */
    public static final int MAX_STREAMS = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(BinanceWebSocket.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STREAMS_A_REQUEST = 200;
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(300);
    private static final Duration LIFE = Duration.ofHours(23).plusMinutes(50);
    private static final int NORMAL_CLOSURE = 1000;

    private final OkHttpClient client;
    private final Request request;
    private final List<String> streams;
    private final StreamListener listener;
    private final ScheduledExecutorService scheduler;
    private final Backoff backoff;
    private Connection current;
    private boolean closed;

    /**
     * @param base such as {@code wss://stream.binance.com:9443}
     * @param symbols at most {@link #MAX_STREAMS}
     * @param scheduler runs reconnects; never blocked by this class
     */
    public BinanceWebSocket(
            OkHttpClient client,
            String base,
            List<String> symbols,
            StreamListener listener,
            ScheduledExecutorService scheduler,
            RandomGenerator random) {
        if (symbols.size() > MAX_STREAMS) {
            throw new IllegalArgumentException("more than " + MAX_STREAMS + " streams on one connection");
        }
        this.client = client;
        this.request = new Request.Builder().url(base + "/stream").build();
        this.streams = symbols.stream()
                .map(symbol -> symbol.toLowerCase(Locale.ROOT) + "@kline_1m")
                .toList();
        this.listener = listener;
        this.scheduler = scheduler;
        this.backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60), random);
    }

    /** Makes the first connection. */
    public synchronized void connect() {
        if (!closed) {
            current = new Connection();
            current.socket = client.newWebSocket(request, current);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.socket.cancel();
        }
    }

    private synchronized void lost(Connection connection, String reason, boolean planned) {
        if (closed || connection != current) {
            return;
        }
        current = null;
        Duration wait = planned ? Duration.ZERO : backoff.next();
        LOG.warn("event=websocket_lost reason=\"{}\" streams={} wait_ms={}", reason, streams.size(), wait.toMillis());
        if (connection.subscribed()) {
            listener.disconnected(reason);
        }
        scheduler.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<String> requests(List<String> streams) {
        List<String> requests = new ArrayList<>();
        for (int from = 0; from < streams.size(); from += STREAMS_A_REQUEST) {
            ObjectNode message =
                    JSON.createObjectNode().put("method", "SUBSCRIBE").put("id", requests.size() + 1);
            streams.subList(from, Math.min(streams.size(), from + STREAMS_A_REQUEST))
                    .forEach(message.putArray("params")::add);
            requests.add(message.toString());
        }
        return requests;
    }

    /** One WebSocket from its opening to its end. */
    private final class Connection extends WebSocketListener {
        private final List<String> requests = requests(streams);
        private WebSocket socket;
        private volatile int accepted;

        boolean subscribed() {
            return accepted == requests.size();
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            LOG.info("event=websocket_open streams={}", streams.size());
            for (int i = 0; i < requests.size(); i++) {
                String message = requests.get(i);
                scheduler.schedule(() -> opened.send(message), i * BETWEEN_REQUESTS.toMillis(), TimeUnit.MILLISECONDS);
            }
            scheduler.schedule(() -> renew("24 hours are nearly over"), LIFE.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            try {
                read(JSON.readTree(text));
            } catch (IOException | IllegalArgumentException e) {
                listener.unreadable(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                from.cancel();
            }
        }

        @Override
        public void onClosing(WebSocket closing, int code, String reason) {
            closing.close(NORMAL_CLOSURE, null);
            lost(this, "closed by the exchange: " + code + " " + reason, false);
        }

        @Override
        public void onFailure(WebSocket failed, Throwable failure, Response response) {
            lost(this, failure.toString(), false);
        }

        private void read(JsonNode message) throws InterruptedException {
            JsonNode data = message.has("data") ? message.get("data") : message;
            String event = data.path("e").asText();
            if (event.equals("kline")) {
                listener.kline(KlineReader.event(data));
            } else if (event.equals("serverShutdown")) {
                renew("the exchange announced a shutdown");
            } else if (message.has("result")) {
                answered();
            } else {
                throw new IllegalArgumentException("neither a kline nor an answer: code "
                        + message.path("code").asText() + ", "
                        + message.path("msg").asText());
            }
        }

        private void answered() {
            accepted++;
            if (subscribed()) {
                backoff.reset();
                LOG.info("event=subscribed streams={}", streams.size());
                listener.subscribed();
            }
        }

        private void renew(String reason) {
            lost(this, reason, true);
            socket.close(NORMAL_CLOSURE, null);
        }
    }
}

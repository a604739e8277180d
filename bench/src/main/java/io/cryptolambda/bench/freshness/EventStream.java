package io.cryptolambda.bench.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A client of the API's event stream, that connects again as a browser does, and goes on after the event it saw last. */
public final class EventStream implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 100;
    private static final long CONNECT_SECONDS = 5;
    private static final String DATA = "data: ";
    private static final String ID = "id: ";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Symbols symbols;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "event-stream");
    private final CountDownLatch connected = new CountDownLatch(1);
    private String lastId;

    /** @param serving base address of the API */
    public EventStream(String serving, Symbols symbols) {
        this.address = URI.create(serving + "/api/v1/stream?interval=1m,5m");
        this.symbols = symbols;
        thread.setDaemon(true);
    }

    /** Begins to listen; returns once the server has taken it, or does not answer. */
    public EventStream start() throws InterruptedException {
        thread.start();
        connected.await(CONNECT_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
            if (response.statusCode() == 200) {
                connected.countDown();
                response.body().forEach(this::line);
            }
        } catch (IOException | UncheckedIOException e) {
            // The server is away: that is what some of the measurements are about. Connect again.
        }
    }

    private void line(String line) {
        if (line.startsWith(ID)) {
            lastId = line.substring(ID.length());
        } else if (line.startsWith("data: {\"schema\"")) {
            long now = System.nanoTime();
            event(line.substring(DATA.length()), now);
        }
    }

    private void event(String text, long now) {
        JsonNode event;
        try {
            event = JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Symbol symbol = symbols.get(event.path("symbol").asText());
        if (symbol == null) {
            return;
        }
        long asOf = event.path("as_of").asLong();
        if (event.path("interval").asText().equals("1m")) {
            BigDecimal close = new BigDecimal(event.path("close").asText());
            symbol.candle(event.path("open_time").asLong(), asOf, close, now);
        } else {
            symbol.saw(Sight.BAR_STREAM, asOf, now);
        }
    }
}

package io.cryptolambda.bench.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks the API for the newest of some symbols until it knows the candle: every ten milliseconds at first, then less often, so
 * that the error is at most a twentieth and a server that was away is not met by a crowd. A question that is not answered, or
 * refused, is asked again.
 */
final class ApiWatch implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EVERY_MILLIS = 10;
    private static final int MOST_QUESTIONS_AN_AGE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String serving;
    private final Symbols symbols;
    private final Queue<Watched> watched = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "api-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** One candle of one symbol, waited for in one place. */
    private static final class Watched {
        private final String name;
        private final Symbol symbol;
        private final Symbol.Closing closing;
        private final Sight sight;
        private volatile boolean asked;
        private volatile long next;
        private volatile boolean found;

        private Watched(String name, Symbol symbol, Symbol.Closing closing, Sight sight) {
            this.name = name;
            this.symbol = symbol;
            this.closing = closing;
            this.sight = sight;
            this.next = closing.due();
        }
    }

    ApiWatch(String serving, Symbols symbols) {
        this.serving = serving;
        this.symbols = symbols;
    }

    ApiWatch start() {
        ticks.scheduleAtFixedRate(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Begins to wait for a candle that has just closed. */
    void watch(String name, Symbol.Closing closing) {
        watched.add(new Watched(name, symbols.get(name), closing, Sight.CANDLE_API));
        watched.add(new Watched(name, symbols.get(name), closing, Sight.BAR_API));
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }

    private void tick() {
        watched.removeIf(each -> each.found);
        long now = System.nanoTime();
        watched.stream()
                .filter(each -> !each.asked && !each.found && each.next <= now)
                .forEach(this::ask);
    }

    private void ask(Watched each) {
        boolean bar = each.sight == Sight.BAR_API;
        OptionalLong place = bar
                ? each.symbol
                        .position(each.closing.openTime())
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty())
                : OptionalLong.of(each.closing.openTime());
        if (place.isEmpty()) {
            return; // not even the candle is there
        }
        each.asked = true;
        String path = "/api/v1/" + (bar ? "indicators?interval=5m" : "features?interval=1m") + "&limit=1&symbol="
                + URLEncoder.encode(each.name, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(serving + path))
                .timeout(PATIENCE)
                .build();
        http.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((response, failure) -> {
            long now = System.nanoTime();
            if (failure == null && response.statusCode() == 200) {
                long newest = newest(response, bar ? "as_of" : "open_time");
                if (newest >= place.getAsLong()) {
                    each.symbol.saw(each.sight, place.getAsLong(), now);
                    each.found = true;
                }
            }
            each.next = now + (now - each.closing.due()) / MOST_QUESTIONS_AN_AGE;
            each.asked = false;
        });
    }

    private static long newest(HttpResponse<byte[]> response, String field) {
        try {
            JsonNode rows = JSON.readTree(response.body()).path("rows");
            return rows.path(rows.size() - 1).path(field).asLong(Long.MIN_VALUE);
        } catch (IOException e) {
            return Long.MIN_VALUE; // the server ended amid its answer
        }
    }
}

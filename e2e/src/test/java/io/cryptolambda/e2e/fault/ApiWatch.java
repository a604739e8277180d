package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.Interval;
import io.cryptolambda.local.lambda.verify.ServedApi;
import io.cryptolambda.local.lambda.verify.ServedRow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A client that asks the API all the time, and keeps what it was told, to be held against the log at the end. */
final class ApiWatch implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EACH_MILLIS = 150;
    private static final int OLDER_EACH = 5;
    private static final long HORIZON_MILLIS =
            Duration.ofHours(24).plusMinutes(30).toMillis();
    private static final List<Interval> ASKED = List.of(Interval.ONE_MINUTE, Interval.parse("15m"));

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String serving;
    private final Thread thread = new Thread(this::ask, "api-watch");
    private final List<Answer> answers = new ArrayList<>();
    private final Map<ServedRow, ServedRow> rows = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final List<String> unexpected = new ArrayList<>();
    private volatile boolean closed;

    /** @param serving base address of the API */
    ApiWatch(String serving) {
        this.serving = serving;
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends asking. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it was told; after {@link #close}. */
    List<Answer> answers() {
        return answers;
    }

    /** How often each status was answered; 0 is no answer at all. */
    Map<Integer, Long> statuses() {
        return statuses;
    }

    /** Answers that are neither 200 nor 503. */
    List<String> unexpected() {
        return unexpected;
    }

    private void ask() {
        for (int i = 0; !closed; i++) {
            String symbol = World.SYMBOLS.get(i % World.SYMBOLS.size());
            Interval interval = ASKED.get(i / World.SYMBOLS.size() % ASKED.size());
            boolean derived = i / World.SYMBOLS.size() / ASKED.size() % 2 > 0;
            int status = ask(symbol, interval, derived, window(symbol, i));
            statuses.merge(status, 1L, Long::sum);
            World.last(Duration.ofMillis(EACH_MILLIS));
        }
    }

    private ServedRow canonical(ServedRow row) {
        ServedRow known = rows.putIfAbsent(row, row);
        return known == null ? row : known;
    }

    /** The newest rows, and now and then those around the horizon, where what is late and what is not meet. */
    private String window(String symbol, int turn) {
        Long seen = newest.get(symbol);
        return seen == null || turn % OLDER_EACH > 0 ? "&limit=20" : "&limit=60&from=" + (seen - HORIZON_MILLIS);
    }

    private int ask(String symbol, Interval interval, boolean derived, String window) {
        String resource = derived ? ServedApi.resource(interval) : "candles";
        String path = "/api/v1/" + resource + "?symbol=" + symbol + "&interval=" + interval.text() + window;
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(serving + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                Answer answer = Answer.of(symbol, interval, derived, JSON.readTree(response.body()), this::canonical);
                answers.add(answer);
                answer.rows().forEach(row -> newest.merge(symbol, row.openTime(), Math::max));
            } else if (response.statusCode() != 503) {
                unexpected.add(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.statusCode();
        } catch (IOException e) {
            // Serving itself is away: that is not a wrong answer.
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
            return 0;
        }
    }
}

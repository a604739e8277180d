package io.cryptolambda.ingest.soak;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.local.exchange.ExchangeServer;
import io.cryptolambda.local.exchange.Opening;
import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.Speed;
import io.cryptolambda.local.exchange.market.Market;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The simulator within the test, so that the test can see its market. */
final class ExchangeUnderTest implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private final ExchangeServer server;
    private final Market market;

    /** @param faults seed of the plan of faults; null for none */
    ExchangeUnderTest(Path folder, Market market, String speed, Long faults) throws Exception {
        this.market = market;
        server = new ExchangeServer(
                new ExchangeServer.Settings(0, 6_000, Speed.parse(speed), faults),
                new Opening(market, market.streamFrom()),
                new ClockFile(folder),
                broken::set);
        vertx.deployVerticle(server).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    JsonObject status() throws Exception {
        return new JsonObject(get("/simulator/status"));
    }

    String metrics() throws Exception {
        return get("/metrics");
    }

    /** Lets something go wrong. */
    void fault(JsonObject fault) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port() + "/simulator/faults");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(fault.encode()))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    /** The client was killed: the next one has not been told to wait, if the last one was. */
    void newClient() {
        server.newClient();
    }

    long time() throws Exception {
        return status().getLong("exchange_time");
    }

    boolean ended() throws Exception {
        return status().getBoolean("replay_ended");
    }

    Throwable broken() {
        return broken.get();
    }

    /** Every candle that has closed, by {@code symbol|open time}. */
    Map<String, Candle> closed() {
        Map<String, Candle> candles = new TreeMap<>();
        for (String symbol : market.symbols()) {
            long last = Market.dayOf(market.end().orElseThrow());
            for (long day = Market.dayOf(market.historyFrom()); day <= last; day++) {
                server.market().day(symbol, day).forEach(candle -> candles.put(key(candle), candle));
            }
        }
        return candles;
    }

    /** Every minute that a symbol does not have between its first and its last, by {@code symbol|open time}. */
    TreeSet<String> missing() {
        Map<String, Candle> there = closed();
        TreeSet<String> missing = new TreeSet<>();
        for (String symbol : market.symbols()) {
            long[] times = there.values().stream()
                    .filter(candle -> candle.symbol().equals(symbol))
                    .mapToLong(Candle::openTime)
                    .sorted()
                    .toArray();
            for (long time = times[0]; time < times[times.length - 1]; time += Interval.ONE_MINUTE.millis()) {
                if (!there.containsKey(symbol + "|" + time)) {
                    missing.add(symbol + "|" + time);
                }
            }
        }
        return missing;
    }

    static String key(Candle candle) {
        return candle.symbol() + "|" + candle.openTime();
    }

    private String get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}

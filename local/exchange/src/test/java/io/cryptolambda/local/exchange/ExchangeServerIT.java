package io.cryptolambda.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.Speed;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.RandomMarket;
import io.cryptolambda.local.exchange.market.ReplayMarket;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeServerIT {
    private static final LocalDate FROM = LocalDate.of(2023, 3, 23);
    private static final LocalDate TO = LocalDate.of(2023, 3, 24);
    private static final long STREAM_FROM = TO.toEpochDay() * Market.DAY;

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private ExchangeServer server;

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(broken).hasValue(null);
    }

    @Test
    void shouldAnswerAsTheExchangeDoes() throws Exception {
        start("max", 6000);

        HttpResponse<String> history = get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1001");
        JsonArray rows = new JsonArray(history.body());
        assertThat(history.headers().firstValue("X-MBX-USED-WEIGHT-1M")).contains("2");
        assertThat(rows).hasSize(1000);
        assertThat(rows.getJsonArray(999).getLong(0)).isEqualTo(STREAM_FROM - 60_000);
        assertThat(rows.getJsonArray(999)).hasSize(12);
        assertThat(new JsonObject(get("/api/v3/time").body()).getLong("serverTime"))
                .isEqualTo(STREAM_FROM);
        assertThat(get("/api/v3/ping").body()).isEqualTo("{}");
        assertThat(new JsonObject(get("/api/v3/exchangeInfo").body())
                        .getJsonArray("symbols")
                        .getJsonObject(0)
                        .getString("status"))
                .isEqualTo("TRADING");
        HttpResponse<String> refused = get("/api/v3/klines?symbol=NOPE&interval=1m");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        assertThat(get("/api/v3/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldRefuseWhoAsksTooMuch() throws Exception {
        start("max", 5);

        String klines = "/api/v3/klines?symbol=BTCUSDT&interval=1m";
        assertThat(get(klines).statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                await().atMost(Duration.ofSeconds(60)).until(() -> get(klines), answer -> answer.statusCode() == 429);

        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(refused.body()).contains("-1003");
    }

    @Test
    void shouldStreamTheArchivesCandlesAndStopAfterTheLast() throws Exception {
        start("max", 6000);
        assertThat(status().getBoolean("held")).isTrue();

        ReceivedKlines received = listen("/stream?streams=btcusdt@kline_1m/ethusdt@kline_1m");

        await().atMost(Duration.ofSeconds(60)).until(() -> status().getBoolean("replay_ended"));
        for (String symbol : List.of("BTCUSDT", "ETHUSDT")) {
            List<Candle> archive = ArchiveFile.of(RealData.dailyZip(symbol, "1m", TO.toString()))
                    .orElseThrow()
                    .candles(Market.EXCHANGE);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> received.closed(symbol).size() >= archive.size());
            assertThat(received.closed(symbol)).containsExactlyElementsOf(ReceivedKlines.texts(archive));
        }
        assertThat(status().getLong("exchange_time")).isEqualTo(STREAM_FROM + Market.DAY + 10_000);
    }

    @Test
    void shouldSubscribeListAndUnsubscribe() throws Exception {
        start("1", 6000);
        ReceivedKlines received = listen("/ws");

        received.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@kline_1m\",\"nope@kline_1m\"],\"id\":1}");
        received.awaitAnswer("{\"result\":null,\"id\":1}");
        received.send("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@kline_1m\"],\"id\":\"x\"}");
        received.awaitAnswer("{\"result\":null,\"id\":\"x\"}");
        received.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
        received.awaitAnswer("{\"result\":[\"nope@kline_1m\"],\"id\":3}");
        received.send("{\"method\":\"NOPE\",\"id\":4}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> received.answers().stream().anyMatch(answer -> answer.contains("\"code\":2")));
    }

    @Test
    void shouldWaitForItsClientsAtMaximalSpeed() throws Exception {
        // So many that the buffers between hold less than the 24 hours after which a connection is cut.
        RandomMarket market = new RandomMarket(1, STREAM_FROM, RandomMarket.HISTORY, 20, List.of());
        start("max", 6000, market);
        ReceivedKlines received = listen("/ws/"
                + market.symbols().stream()
                        .map(symbol -> symbol.toLowerCase(Locale.ROOT) + "@kline_1m")
                        .collect(Collectors.joining("/")));
        await().atMost(Duration.ofSeconds(60)).until(() -> exchangeTime() > STREAM_FROM);

        received.pause();
        long waiting = standstill();
        received.goOn();
        await().atMost(Duration.ofSeconds(60)).until(() -> exchangeTime() > waiting);

        received.close();
        await().atMost(Duration.ofSeconds(60)).until(() -> metrics().contains("exchange_stream_subscriptions 0.0"));
        standstill();
    }

    @Test
    void shouldGoOnWhereItWas() throws Exception {
        new ClockFile(directory)
                .write(new ClockFile.State("replay from " + STREAM_FROM, STREAM_FROM, STREAM_FROM + 600_000));

        start("600", 6000);

        assertThat(status().getLong("exchange_time")).isEqualTo(STREAM_FROM + 600_000);
        ReceivedKlines received = listen("/ws/btcusdt@kline_1m");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !received.closed("BTCUSDT").isEmpty());
        assertThat(received.closed("BTCUSDT").get(0)).startsWith((STREAM_FROM + 600_000) + " ");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> new ClockFile(directory).read().orElseThrow().now() > STREAM_FROM + 660_000);
    }

    private void start(String speed, int weightLimit) throws Exception {
        start(
                speed,
                weightLimit,
                ReplayMarket.open(RealData.daily("1m"), FROM, TO, List.of("BTCUSDT", "ETHUSDT", "SOLUSDT")));
    }

    private void start(String speed, int weightLimit, Market market) throws Exception {
        ClockFile file = new ClockFile(directory);
        long from = file.read().map(ClockFile.State::now).orElse(market.streamFrom());
        server = new ExchangeServer(
                new ExchangeServer.Settings(0, weightLimit, Speed.parse(speed), null),
                new Opening(market, from),
                file,
                broken::set);
        vertx.deployVerticle(server).toCompletionStage().toCompletableFuture().get();
    }

    /** Waits until the clock stands still, and tells where. */
    private long standstill() {
        AtomicLong last = new AtomicLong();
        await().atMost(Duration.ofSeconds(60))
                .during(Duration.ofMillis(500))
                .until(() -> last.getAndSet(exchangeTime()) == last.get());
        return last.get();
    }

    private long exchangeTime() throws IOException, InterruptedException {
        return status().getLong("exchange_time");
    }

    private ReceivedKlines listen(String path) {
        ReceivedKlines received = new ReceivedKlines();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.actualPort() + path), received)
                .join();
        received.opened(socket);
        return received;
    }

    private JsonObject status() throws IOException, InterruptedException {
        return new JsonObject(get("/simulator/status").body());
    }

    private String metrics() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}

package io.cryptolambda.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.local.exchange.market.RandomMarket;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pings, the limit of connections, and what goes wrong with connections on request. */
class ConnectionsIT {
    private static final long FROM = Instant.parse("2025-01-02T00:00:00Z").toEpochMilli();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private SimulatorFixture simulator;

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    @Test
    void shouldCutOffWhoAnswersNoPings() throws Exception {
        start("1", Duration.ofSeconds(1));
        simulator.listen("/ws", new WebSocket.Listener() {
            @Override
            public void onOpen(WebSocket socket) {
                // Asks for nothing, so that nothing is read, pings neither.
            }
        });

        await().atMost(PATIENCE).until(() -> simulator.violations("missing_pongs") == 1);
        await().atMost(PATIENCE).until(() -> connections() == 0);
    }

    @Test
    void shouldRefuseMoreThanThreeHundredConnectionsInFiveMinutes() throws Exception {
        start("1");
        for (int i = 0; i < 300; i++) {
            simulator.listen("/ws").close();
        }
        assertThat(simulator.violations("too_many_connections")).isZero();

        assertThatThrownBy(() -> simulator.listen("/ws"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .extracting(failure -> ((WebSocketHandshakeException) failure.getCause())
                        .getResponse()
                        .statusCode())
                .isEqualTo(429);
        assertThat(simulator.violations("too_many_connections")).isEqualTo(1);
    }

    @Test
    void shouldRefuseAPathThatIsNone() throws Exception {
        start("1");

        assertThatThrownBy(() -> simulator.listen("/nope")).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void shouldAnnounceAShutdownBeforeItCloses() throws Exception {
        start("1");
        ReceivedKlines received = simulator.listen("/stream?streams=btcusdt@kline_1m");
        await().atMost(PATIENCE).until(() -> connections() == 1);

        fault("shutdown", 500);

        await().atMost(PATIENCE).until(() -> connections() == 0);
        assertThat(received.answers())
                .singleElement()
                .asString()
                .contains("\"stream\":\"!serverShutdown\"", "\"e\":\"serverShutdown\"");
    }

    @Test
    void shouldBreakOffEveryConnection() throws Exception {
        start("1");
        simulator.listen("/ws/btcusdt@kline_1m");
        simulator.listen("/ws/ethusdt@kline_1m");
        await().atMost(PATIENCE).until(() -> connections() == 2);

        fault("drop", 0);

        await().atMost(PATIENCE).until(() -> connections() == 0);
    }

    @Test
    void shouldGoDumbAndStayOpen() throws Exception {
        start("600");
        ReceivedKlines received = simulator.listen("/ws/btcusdt@kline_1m");
        await().atMost(PATIENCE).until(() -> !received.closed("BTCUSDT").isEmpty());

        fault("half_open", 0);
        long then = simulator.status().getLong("exchange_time");
        int heard = received.closed("BTCUSDT").size();
        await().atMost(PATIENCE).until(() -> simulator.status().getLong("exchange_time") > then + 10 * 60_000);

        // What was on its way may still have come.
        assertThat(received.closed("BTCUSDT").size()).isBetween(heard, heard + 2);
        assertThat(connections()).isEqualTo(1);
    }

    @Test
    void shouldWithholdPongsOnRequest() throws Exception {
        start("1");
        ReceivedKlines received = simulator.listen("/ws");
        received.ping();
        await().atMost(PATIENCE).until(() -> received.pongs() == 1);

        fault("withhold_pongs", 0);
        received.ping();
        received.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
        received.awaitAnswer("{\"result\":[],\"id\":1}");

        assertThat(received.pongs()).isEqualTo(1);
    }

    @Test
    void shouldShowAClockThatIsOff() throws Exception {
        start("1");
        simulator.fault(new JsonObject().put("fault", "skew").put("skew", 3_000).put("millis", 600_000));

        long before = simulator.status().getLong("exchange_time");
        long shown = new JsonObject(simulator.get("/api/v3/time").body()).getLong("serverTime");
        long after = simulator.status().getLong("exchange_time");

        assertThat(shown - 3_000).isBetween(before, after);
    }

    private void fault(String kind, long millis) throws Exception {
        assertThat(simulator.fault(new JsonObject().put("fault", kind).put("millis", millis)))
                .isEqualTo(204);
    }

    private int connections() throws Exception {
        return simulator
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("exchange_connections "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private void start(String speed) throws Exception {
        start(speed, ExchangeServer.Settings.PING_EVERY);
    }

    private void start(String speed, Duration pingEvery) throws Exception {
        RandomMarket market = new RandomMarket(1, FROM, RandomMarket.HISTORY, 2, List.of());
        simulator = new SimulatorFixture(folder, market, speed, 6_000, pingEvery);
    }
}

package io.cryptolambda.serving.binance.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.testing.RawHttp;
import io.cryptolambda.serving.testing.TestServing;
import io.cryptolambda.serving.testing.WebSocketClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection may ask for and how it ends; minutes need no store. */
class StreamSocketsIT {
    private static final List<EnrichedCandle> BTC =
            new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 200), 0).candles();
    private static final String HANDSHAKE = " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private TestServing serving;

    @BeforeEach
    void start() throws Exception {
        serving = TestServing.over(
                URI.create("http://127.0.0.1:1"),
                new Limits(0, 10, 100, 2, List.of(), List.of("https://charts.example")));
    }

    @AfterEach
    void stop() {
        serving.close();
    }

    @Test
    void shouldSubscribeListAndUnsubscribe() throws Exception {
        try (WebSocketClient client = WebSocketClient.open(serving.address(), "/ws")) {
            assertThat(answer(client, "SUBSCRIBE", "[\"btcusdt@kline_1m\",\"btcusdt@trade\"]", "1"))
                    .isEqualTo(new JsonObject("{\"result\":null,\"id\":1}"));
            assertThat(answer(client, "LIST_SUBSCRIPTIONS", "[]", "\"two\""))
                    .isEqualTo(new JsonObject("{\"result\":[\"btcusdt@kline_1m\",\"btcusdt@trade\"],\"id\":\"two\"}"));
            publish(0);
            Awaitility.await().until(() -> client.messages().size() == 3);
            JsonObject kline = client.message(2).getJsonObject("k");
            assertThat(kline.getLong("t")).isEqualTo(BTC.get(0).candle().openTime());
            assertThat(kline.getString("c"))
                    .isEqualTo(BTC.get(0).candle().market().close().toPlainString());
            assertThat(kline.getBoolean("x")).isTrue();

            answer(client, "UNSUBSCRIBE", "[\"btcusdt@kline_1m\"]", "3");
            publish(1);
            assertThat(answer(client, "LIST_SUBSCRIPTIONS", "[]", "4").getJsonArray("result"))
                    .isEqualTo(JsonArray.of("btcusdt@trade"));
            assertThat(client.messages()).as("no kline between the answers").hasSize(5);
        }
    }

    @Test
    void shouldNameTheStreamOnACombinedConnection() throws Exception {
        String path = "/stream?streams=btcusdt@kline_1m/ethusdt@kline_1m&timeUnit=MICROSECOND";
        try (WebSocketClient client = WebSocketClient.open(serving.address(), path)) {
            publish(0);
            Awaitility.await().until(() -> client.messages().size() == 1);

            assertThat(client.message(0).getString("stream")).isEqualTo("btcusdt@kline_1m");
            JsonObject kline = client.message(0).getJsonObject("data").getJsonObject("k");
            assertThat(kline.getLong("T")).isEqualTo(BTC.get(0).candle().closeTime() * 1000 + 999);
        }
    }

    @Test
    void shouldGoForwardOnlyAndTellNothingTwice() throws Exception {
        try (WebSocketClient client = WebSocketClient.open(serving.address(), "/ws/btcusdt@kline_1m")) {
            publish(3);
            publish(3);
            publish(2);
            publish(4);
            Awaitility.await().until(() -> client.messages().size() == 2);

            assertThat(client.message(0).getJsonObject("k").getLong("t"))
                    .isEqualTo(BTC.get(3).candle().openTime());
            assertThat(client.message(1).getJsonObject("k").getLong("t"))
                    .isEqualTo(BTC.get(4).candle().openTime());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            nonsense                                                      | 3
            {"method": "DANCE", "id": 1}                                  | 2
            {"method": "SUBSCRIBE", "params": "btcusdt@kline_1m", "id":1} | 2
            {"method": "SUBSCRIBE", "params": [1], "id": 1}               | 2
            {"method": "SUBSCRIBE", "params": [], "id": {}}               | 2
            """)
    void shouldRefuseWhatIsNoRequest(String request, int code) throws Exception {
        try (WebSocketClient client = WebSocketClient.open(serving.address(), "/ws")) {
            client.send(request);
            Awaitility.await().until(() -> client.messages().size() == 1);
            assertThat(client.message(0).getJsonObject("error").getInteger("code"))
                    .isEqualTo(code);
        }
    }

    @Test
    void shouldTake1024StreamsAndNoMore() throws Exception {
        try (WebSocketClient client = WebSocketClient.open(serving.address(), "/ws")) {
            assertThat(answer(client, "SUBSCRIBE", names(0, 1_024), "1").containsKey("result"))
                    .isTrue();
            assertThat(answer(client, "SUBSCRIBE", names(1_023, 1_024), "2").containsKey("result"))
                    .as("it has this one")
                    .isTrue();
            assertThat(answer(client, "SUBSCRIBE", names(1_024, 1_025), "3").containsKey("error"))
                    .isTrue();
        }
    }

    @Test
    void shouldCloseWhereMoreIsSentThanIsAllowed() throws Exception {
        try (WebSocketClient talkative = WebSocketClient.open(serving.address(), "/ws");
                WebSocketClient large = WebSocketClient.open(serving.address(), "/ws")) {
            for (int i = 0; i < 20 && talkative.closed() == 0; i++) {
                talkative.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
            }
            Awaitility.await().until(() -> talkative.closed() == 1008);

            large.send("x".repeat(70_000));
            Awaitility.await().until(() -> large.closed() != 0);
        }
        Awaitility.await().until(() -> serving.metric("serving_streams") == 0);
    }

    @Test
    void shouldRefuseMoreConnectionsThanThereIsRoomForAndPagesOfOthers() throws Exception {
        assertThatThrownBy(() -> WebSocketClient.open(serving.address(), "/ws", "Origin", "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        try (WebSocketClient first =
                        WebSocketClient.open(serving.address(), "/ws", "Origin", "https://charts.example");
                WebSocketClient second = WebSocketClient.open(serving.address(), "/stream")) {
            String third = raw("GET /ws" + HANDSHAKE);
            assertThat(third).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: 5");
            assertThat(first.closed() + second.closed()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws/btcusdt@kline_1m", "/stream?streams=btcusdt@kline_1m"})
    void shouldRefuseWhatIsNoWebSocket(String path) throws Exception {
        assertThat(serving.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void shouldDropAClientThatNeverReadsAndNoOther() throws Exception {
        URI address = serving.address();
        try (WebSocketClient client = WebSocketClient.open(address, "/ws/ethusdt@kline_1m");
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            deaf.getOutputStream().write(("GET /ws/btcusdt@kline_1m" + HANDSHAKE).getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> serving.metric("serving_streams") == 2);

            List<EnrichedCandle> many =
                    new LayerDocuments(Candles.randomWalk(new Random(2), "BTCUSDT", 20_000), 0).candles();
            for (int from = 0;
                    from < many.size() && serving.metric("serving_streams_dropped_total") == 0;
                    from += 500) {
                serving.publish(many.subList(from, from + 500).stream()
                        .map(EnrichedCandleJson::write)
                        .toList());
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> serving.metric("serving_streams_dropped_total") == 1);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> serving.metric("serving_streams") == 1);
            assertThat(client.closed()).isZero();
        }
    }

    private static String names(int from, int to) {
        return new JsonArray(IntStream.range(from, to)
                        .mapToObj(i -> "s" + i + "usdt@kline_1m")
                        .toList())
                .encode();
    }

    private JsonObject answer(WebSocketClient client, String method, String params, String id) throws Exception {
        int before = client.messages().size();
        client.send("{\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":" + id + "}");
        Awaitility.await().until(() -> client.messages().size() > before);
        return client.message(before);
    }

    private String raw(String request) throws Exception {
        return RawHttp.send(serving.address(), request.getBytes(StandardCharsets.US_ASCII));
    }

    private void publish(int index) {
        serving.publish(List.of(EnrichedCandleJson.write(BTC.get(index))));
    }
}

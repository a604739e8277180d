package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.testing.SseClient;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event stream over sockets; no store is needed for it. */
class StreamIT {
    private static final List<EnrichedCandle> BTC =
            new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 200), 0).candles();
    private static final List<EnrichedCandle> ETH =
            new LayerDocuments(Candles.randomWalk(new Random(2), "ETHUSDT", 200), 0).candles();

    private TestServing serving;

    @BeforeEach
    void start() throws Exception {
        serving = TestServing.over(URI.create("http://127.0.0.1:1"), new Limits(0, 10, 100, 2, List.of(), List.of()));
    }

    @AfterEach
    void stop() {
        serving.close();
    }

    @Test
    void shouldSendWhatWasAskedForInOrder() throws Exception {
        try (SseClient client = SseClient.open(serving.address(), "?symbol=BTCUSDT&interval=1m", null)) {
            client.awaitOpen();
            publish(ETH, 0, 5);
            publish(BTC, 0, 5);

            Awaitility.await().until(() -> client.events().size() == 5);
            assertThat(client.events())
                    .extracting(event -> new JsonObject(event.data()).getLong("open_time"))
                    .isEqualTo(BTC.subList(0, 5).stream()
                            .map(candle -> candle.candle().openTime())
                            .toList());
        }
    }

    @Test
    void shouldSendABurstOfEverySymbolInOrder() throws Exception {
        try (SseClient all = SseClient.open(serving.address(), "", null);
                SseClient one = SseClient.open(serving.address(), "?symbol=ETHUSDT", null)) {
            all.awaitOpen();
            one.awaitOpen();
            List<EnrichedCandle> mixed = new ArrayList<>();
            for (int minute = 0; minute < 200; minute++) {
                mixed.add(BTC.get(minute));
                mixed.add(ETH.get(minute));
            }
            publish(mixed, 0, 400);

            Awaitility.await().until(() -> all.events().size() == 400);
            Awaitility.await().until(() -> one.events().size() == 200);
            assertThat(documents(all))
                    .isEqualTo(mixed.stream().map(StreamIT::document).toList());
            assertThat(documents(one))
                    .isEqualTo(ETH.stream().map(StreamIT::document).toList());
        }
    }

    @Test
    void shouldSendOnlyTheIntervalsAskedFor() throws Exception {
        LayerDocuments documents = new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 60), 0);
        List<byte[]> values = new ArrayList<>();
        documents.candles().forEach(candle -> values.add(EnrichedCandleJson.write(candle)));
        for (Interval interval : Interval.ROLLED_UP) {
            documents.bars(interval).forEach(bar -> values.add(EnrichedBarJson.write(bar)));
        }
        try (SseClient client = SseClient.open(serving.address(), "?symbol=BTCUSDT&interval=5m,1h", null)) {
            client.awaitOpen();
            serving.publish(values);

            List<JsonObject> asked = Stream.of(Interval.FIVE_MINUTES, Interval.ONE_HOUR)
                    .flatMap(interval -> documents.bars(interval).stream())
                    .map(bar -> new JsonObject(Buffer.buffer(EnrichedBarJson.write(bar))))
                    .toList();
            Awaitility.await().until(() -> client.events().size() >= asked.size());
            assertThat(documents(client)).isEqualTo(asked);
        }
    }

    @Test
    void shouldContinueAfterTheLastEventSeen() throws Exception {
        String seen;
        try (SseClient client = SseClient.open(serving.address(), "?symbol=BTCUSDT", null)) {
            client.awaitOpen();
            publish(BTC, 0, 3);
            Awaitility.await().until(() -> client.events().size() == 3);
            seen = client.events().get(1).id();
        }
        publish(BTC, 3, 6);
        try (SseClient client = SseClient.open(serving.address(), "?symbol=BTCUSDT", seen)) {
            Awaitility.await().until(() -> client.events().size() == 4);
            publish(BTC, 6, 8);
            Awaitility.await().until(() -> client.events().size() == 6);
            assertThat(client.events())
                    .extracting(event -> new JsonObject(event.data()).getLong("open_time"))
                    .isEqualTo(BTC.subList(2, 8).stream()
                            .map(candle -> candle.candle().openTime())
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-1", "nonsense", "-1"})
    void shouldTellAClientWhoseLastEventIsNotKnown(String lastEventId) throws Exception {
        try (SseClient client = SseClient.open(serving.address(), "", lastEventId)) {
            Awaitility.await().until(() -> client.events().size() == 1);
            assertThat(client.events().get(0).name()).isEqualTo("reset");
        }
    }

    @Test
    void shouldDropAClientThatNeverReadsAndNoOther() throws Exception {
        URI address = serving.address();
        try (SseClient client = SseClient.open(address, "?symbol=BTCUSDT", null);
                Socket deaf = new Socket()) {
            client.awaitOpen();
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            deaf.getOutputStream()
                    .write("GET /api/v1/stream HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> serving.metric("serving_streams") == 2);

            int rounds = 0;
            while (serving.metric("serving_streams_dropped_total") == 0 && rounds < 400) {
                publish(ETH, 0, 200);
                rounds++;
            }
            publish(BTC, 0, 5);

            assertThat(serving.metric("serving_streams_dropped_total")).isEqualTo(1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> client.events().size() == 5);
            assertThat(serving.metric("serving_streams")).isEqualTo(1);
        }
    }

    @Test
    void shouldRefuseMoreStreamsThanThereIsRoomFor() throws Exception {
        try (SseClient first = SseClient.open(serving.address(), "", null);
                SseClient second = SseClient.open(serving.address(), "", null)) {
            first.awaitOpen();
            second.awaitOpen();
            assertThat(serving.get("/api/v1/stream").statusCode()).isEqualTo(503);
        }
        Awaitility.await().until(() -> serving.metric("serving_streams") == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?symbol=%3Cscript%3E", "?interval=7m", "?symbol=A,,B", "?colour=red"})
    void shouldRefuseFiltersThatAreNone(String query) throws Exception {
        assertThat(serving.get("/api/v1/stream" + query).statusCode()).isEqualTo(400);
    }

    private static List<JsonObject> documents(SseClient client) {
        return client.events().stream()
                .map(event -> new JsonObject(event.data()))
                .toList();
    }

    private static JsonObject document(EnrichedCandle candle) {
        return new JsonObject(Buffer.buffer(EnrichedCandleJson.write(candle)));
    }

    private void publish(List<EnrichedCandle> candles, int from, int to) {
        List<byte[]> values = new ArrayList<>();
        candles.subList(from, to).forEach(candle -> values.add(EnrichedCandleJson.write(candle)));
        serving.publish(values);
    }
}

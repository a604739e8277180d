package io.cryptolambda.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.ingest.binance.KlineEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in place of a candle is counted once, and the connection goes on with the next message. */
class MalformedMessagesIT {
    private static final String SYMBOL = "\u5e01\u5b89\u4eba\u751fUSDT";
    static final String GOOD = "{\"stream\":\"x\",\"data\":{\"e\":\"kline\",\"E\":1681154040004,\"s\":\"" + SYMBOL
            + "\",\"k\":{\"t\":1681153980000,\"T\":1681154039999,\"s\":\"" + SYMBOL
            + "\",\"i\":\"1m\",\"f\":1,\"L\":1,\"o\":\"1\",\"c\":\"1\",\"h\":\"1\",\"l\":\"1\",\"v\":\"2\",\"n\":1,\"x\":true,"
            + "\"q\":\"2\",\"V\":\"1\",\"Q\":\"1\",\"B\":\"0\"}}}";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NOTHING_KNOWN = List.of(
            "",
            "no JSON",
            "null",
            "5",
            "[]",
            "{}",
            "{\"e\":\"aggTrade\",\"E\":1,\"s\":\"BTCUSDT\"}",
            "{\"e\":\"kline\"}",
            "{\"e\":\"kline\",\"E\":1,\"k\":[]}",
            "{\"stream\":\"x\",\"data\":\"kline\"}",
            "{\"stream\":\"x\",\"data\":{\"e\":\"kline\",\"E\":1681154040004,\"s\":\"BTCU");

    private final OkHttpClient client = new OkHttpClient();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Heard heard = new Heard();
    private TalkingServer server;
    private LiveStreams streams;

    @BeforeEach
    void connect() throws IOException {
        server = new TalkingServer();
        streams = new LiveStreams(
                client,
                server.url(),
                heard,
                scheduler,
                new SplittableRandom(1),
                () -> 0,
                System::nanoTime,
                new StreamCounters(metrics));
        streams.start(List.of(SYMBOL));
        await().atMost(PATIENCE).until(streams::subscribed);
    }

    @AfterEach
    void close() {
        streams.close();
        scheduler.shutdown();
        server.close();
        client.dispatcher().executorService().shutdown();
    }

    @Test
    void shouldCountEveryTextThatIsNothingKnown() {
        NOTHING_KNOWN.forEach(server::tell);
        shouldHearTheGoodOneOnTheSameConnection(NOTHING_KNOWN.size());
    }

    @Test
    void shouldCountACandleWithAFieldOfAnotherType() {
        server.tell(GOOD.replace("\"x\":true", "\"x\":\"true\""));
        shouldHearTheGoodOneOnTheSameConnection(1);
    }

    @Test
    void shouldCountJsonThatIsNestedWithoutEnd() {
        server.tell("[".repeat(200_000));
        shouldHearTheGoodOneOnTheSameConnection(1);
    }

    @Test
    void shouldCountAHugeMessage() {
        server.tell("x".repeat(8 << 20));
        shouldHearTheGoodOneOnTheSameConnection(1);
    }

    @Test
    void shouldEndAConnectionThatBringsMoreThanAnybodyWouldSendAndGoOnByAnother() {
        server.tell("x".repeat(9 << 20));

        await().atMost(PATIENCE).until(() -> heard.subscribed == 2 && streams.subscribed());
        assertThat(heard.reasons).hasSize(1);
        assertThat(heard.unreadable).containsExactly("a message of more than 8388608 bytes");
        server.tell(GOOD);
        await().atMost(PATIENCE).until(() -> !heard.klines.isEmpty());
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void shouldConnectMoreAndMoreSeldomWhereEveryConnectionBringsTooMuch() {
        long began = System.nanoTime();
        server.tellAtOnce("x".repeat(9 << 20));
        server.tell("x".repeat(9 << 20));

        await().atMost(PATIENCE).until(() -> server.connections() >= 6);
        // Five waits of 250 ms, twice as long each time, of which half is jitter.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(3_500));
        assertThat(heard.unreadable).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void shouldCountABinaryMessage() {
        server.tell(ByteString.encodeUtf8(GOOD));
        shouldHearTheGoodOneOnTheSameConnection(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":2,\"msg\":\"Invalid request\"}",
                "{\"error\":{\"code\":2,\"msg\":\"Invalid request\"},\"id\":1}"
            })
    void shouldConnectAnewWhereARequestIsRefused(String text) {
        server.tell(text);

        await().atMost(PATIENCE).until(() -> heard.subscribed == 2 && streams.subscribed());
        assertThat(heard.reasons).containsExactly("request refused: 2 Invalid request");
        assertThat(server.connections()).isEqualTo(2);
    }

    private void shouldHearTheGoodOneOnTheSameConnection(int unreadable) {
        server.tell(GOOD);

        await().atMost(PATIENCE).until(() -> !heard.klines.isEmpty());
        assertThat(heard.klines).extracting(event -> event.kline().symbol()).containsExactly(SYMBOL);
        assertThat(heard.unreadable).hasSize(unreadable);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(metrics.counter("ingest_websocket_bytes").count()).isGreaterThan(GOOD.length());
    }

    private static final class Heard implements StreamListener {
        final Queue<KlineEvent> klines = new ConcurrentLinkedQueue<>();
        final Queue<String> unreadable = new ConcurrentLinkedQueue<>();
        final Queue<String> reasons = new ConcurrentLinkedQueue<>();
        volatile int subscribed;

        @Override
        public void kline(KlineEvent event) {
            klines.add(event);
        }

        @Override
        public void unreadable(String reason) {
            unreadable.add(reason);
        }

        @Override
        public void subscribed() {
            subscribed++;
        }

        @Override
        public void disconnected(String reason) {
            reasons.add(reason);
        }
    }
}

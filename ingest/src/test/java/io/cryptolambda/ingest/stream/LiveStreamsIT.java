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
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done about connections whose time is over, that forget, and that are silent. */
class LiveStreamsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BTC = "btcusdt@kline_1m";
    private static final String ETH = "ethusdt@kline_1m";

    private final OkHttpClient client = new OkHttpClient();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicLong exchangeTime = new AtomicLong(1_704_067_200_000L);
    private final AtomicLong nanos = new AtomicLong(1);
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final Queue<KlineEvent> klines = new ConcurrentLinkedQueue<>();
    private TalkingServer server;
    private LiveStreams streams;

    @BeforeEach
    void open() throws IOException {
        server = new TalkingServer();
        streams = new LiveStreams(
                client,
                server.url(),
                new Heard(),
                scheduler,
                new SplittableRandom(1),
                exchangeTime::get,
                nanos::get,
                new StreamCounters(metrics));
    }

    @AfterEach
    void close() {
        streams.close();
        scheduler.shutdown();
        server.close();
        client.dispatcher().executorService().shutdown();
    }

    @Test
    void shouldCompareWhatItIsSubscribedToWithWhatItAskedForAndAskAgain() {
        server.forget(1);
        start();

        assertThat(server.events())
                .containsExactly(
                        "1 open",
                        "1 SUBSCRIBE [" + BTC + ", " + ETH + "]",
                        "1 LIST_SUBSCRIPTIONS []",
                        "1 SUBSCRIBE [" + BTC + ", " + ETH + "]",
                        "1 LIST_SUBSCRIPTIONS []");
        assertThat(lost).isEmpty();
    }

    @Test
    void shouldConnectAnewWhereTheExchangeDoesNotSubscribeHoweverOftenItIsAsked() {
        server.forget(3);
        start();

        assertThat(server.connections()).isEqualTo(2);
        assertThat(metrics.counter("ingest_websocket_connections").count()).isEqualTo(2);
        assertThat(server.events()).contains("2 SUBSCRIBE [" + BTC + ", " + ETH + "]");
    }

    @Test
    void shouldSubscribeToANewListingAndLetGoOfADelistedSymbolOnTheSameConnection() {
        start();
        streams.add("SOLUSDT");
        await().atMost(PATIENCE).until(() -> server.events().contains("1 SUBSCRIBE [solusdt@kline_1m]"));

        streams.remove("BTCUSDT");
        await().atMost(PATIENCE).until(() -> server.events().contains("1 UNSUBSCRIBE [" + BTC + "]"));
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void shouldHaveTheNextConnectionFlowingBeforeItClosesTheOldOneWhenADayIsNearlyOver() {
        start();
        server.tellAtOnce(MalformedMessagesIT.GOOD);
        exchangeTime.addAndGet(Duration.ofHours(23).toMillis() - 1);
        assertThat(server.connections()).isEqualTo(1);

        exchangeTime.addAndGet(1);

        assertMadeBeforeBroken();
    }

    @Test
    void shouldRenewAConnectionThatHasLivedForNearlyADayOfRealTimeToo() {
        start();
        server.tellAtOnce(MalformedMessagesIT.GOOD);

        nanos.addAndGet(Duration.ofHours(23).plusMinutes(30).toNanos());

        assertMadeBeforeBroken();
    }

    @Test
    void shouldHaveTheNextConnectionFlowingBeforeItClosesTheOldOneWhenAShutdownIsAnnounced() {
        start();
        server.tell("{\"e\":\"serverShutdown\",\"E\":1704067200000}");
        server.tellAtOnce(MalformedMessagesIT.GOOD);

        assertMadeBeforeBroken();
    }

    @Test
    void shouldSubscribeAnewToASymbolThatIsSilentWhileOthersFlow() {
        start();
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        server.tell(MalformedMessagesIT.GOOD);
        await().atMost(PATIENCE).until(() -> !klines.isEmpty());

        streams.silent("ETHUSDT");

        await().atMost(PATIENCE).until(() -> server.events().contains("1 UNSUBSCRIBE [" + ETH + "]"));
        await().atMost(PATIENCE).until(() -> server.events().contains("1 SUBSCRIBE [" + ETH + "]"));
        assertThat(server.events()).doesNotContain("1 UNSUBSCRIBE [" + BTC + "]");
        assertThat(server.connections()).isEqualTo(1);
        assertThat(metrics.counter("ingest_stream_resubscriptions").count()).isEqualTo(1);
    }

    @Test
    void shouldReplaceAConnectionOnWhichNothingComesAtAll() {
        start();
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());

        streams.silent("ETHUSDT");

        await().atMost(PATIENCE).until(() -> server.connections() == 2 && streams.subscribed());
        assertThat(lost).containsExactly("nothing came for 11 s although there was something");
    }

    private void start() {
        streams.start(List.of("BTCUSDT", "ETHUSDT"));
        await().atMost(PATIENCE).until(streams::subscribed);
    }

    private void assertMadeBeforeBroken() {
        await().atMost(PATIENCE).until(() -> server.events().contains("1 closed"));
        assertThat(server.events()).containsSubsequence("2 open", "2 told", "1 closed");
        assertThat(server.connections()).isEqualTo(2);
        assertThat(lost).isEmpty();
        await().atMost(PATIENCE).until(streams::subscribed);
    }

    private final class Heard implements StreamListener {
        @Override
        public void kline(KlineEvent event) {
            klines.add(event);
        }

        @Override
        public void unreadable(String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void subscribed() {
            // asked by streams.subscribed()
        }

        @Override
        public void disconnected(String reason) {
            lost.add(reason);
        }
    }
}

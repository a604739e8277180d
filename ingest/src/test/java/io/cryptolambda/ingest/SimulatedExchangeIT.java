package io.cryptolambda.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Gap;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.core.testing.server.Jvm;
import io.cryptolambda.ingest.binance.BinanceRestClient;
import io.cryptolambda.ingest.binance.Pause;
import io.cryptolambda.ingest.binance.WeightBudget;
import io.cryptolambda.ingest.feed.ExchangeTime;
import io.cryptolambda.ingest.feed.FeedCounters;
import io.cryptolambda.ingest.feed.FeedLoop;
import io.cryptolambda.ingest.feed.Fetcher;
import io.cryptolambda.ingest.feed.GapBook;
import io.cryptolambda.ingest.feed.GapSink;
import io.cryptolambda.ingest.feed.Outgoing;
import io.cryptolambda.ingest.feed.SymbolLane;
import io.cryptolambda.ingest.stream.LiveStreams;
import io.cryptolambda.ingest.stream.StreamCounters;
import io.cryptolambda.local.exchange.ExchangeServer;
import io.cryptolambda.local.exchange.Opening;
import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.Speed;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.ReplayMarket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest without Kafka against the simulator over the network, with real candles, the outage of 2023-03-24 among them. */
class SimulatedExchangeIT {
    private static final LocalDate FROM = LocalDate.of(2023, 3, 23);
    private static final LocalDate TO = LocalDate.of(2023, 3, 24);
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");
    private static final long OUTAGE_FROM =
            Instant.parse("2023-03-24T12:40:00Z").toEpochMilli();
    private static final long OUTAGE_MINUTES = 80;

    @TempDir
    Path directory;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Map<String, List<Candle>> sent = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private final OkHttpClient client = new OkHttpClient();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Map<String, Gap> ledger = new ConcurrentHashMap<>();
    private final GapSink gaps = new GapSink() {
        @Override
        public void record(Gap gap) {
            ledger.put(gap.key(), gap);
        }

        @Override
        public void withdraw(String key) {
            ledger.remove(key);
        }
    };
    private Vertx vertx;
    // Kept while the exchange is away, so it must be a port that nobody else is given meanwhile.
    private final int port = Jvm.freePort();
    private FeedLoop loop;
    private LiveStreams streams;
    private Thread feedThread;

    @AfterEach
    void stop() throws Exception {
        streams.close();
        feedThread.interrupt();
        feedThread.join();
        scheduler.shutdown();
        workers.shutdownNow();
        closeExchange();
        assertThat(broken).hasValue(null);
    }

    @Test
    void shouldBringTheWholeReplayOnceAndInOrder() throws Exception {
        openExchange("max");
        listen();

        await().atMost(Duration.ofMinutes(3)).until(this::allArrived);
        await().atMost(Duration.ofSeconds(60)).until(() -> streams.subscribed() && loop.complete());

        assertArchive();
        assertThat(ledger.values()).hasSize(3).allSatisfy(gap -> {
            assertThat(gap.from()).isEqualTo(OUTAGE_FROM);
            assertThat(gap.minutes()).isEqualTo(OUTAGE_MINUTES);
            assertThat(gap.cause()).isEqualTo(Gap.Cause.EXCHANGE);
        });
    }

    @Test
    void shouldLoseNothingWhenTheExchangeGoesAwayAndComesBack() throws Exception {
        openExchange("7200");
        listen();
        await().atMost(Duration.ofSeconds(60)).until(() -> count() > 3 * 1_600);

        closeExchange();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> metrics.counter("ingest_reconnects").count() >= 1);
        openExchange("7200");

        await().atMost(Duration.ofMinutes(3)).until(this::allArrived);
        await().atMost(Duration.ofSeconds(60)).until(() -> streams.subscribed() && loop.complete());
        assertArchive();
    }

    private void openExchange(String speed) throws Exception {
        vertx = Vertx.vertx();
        Market market = ReplayMarket.open(RealData.daily("1m"), FROM, TO, SYMBOLS);
        ClockFile file = new ClockFile(directory);
        long from = file.read().map(ClockFile.State::now).orElse(market.streamFrom());
        ExchangeServer server = new ExchangeServer(
                new ExchangeServer.Settings(port, 6000, Speed.parse(speed), null),
                new Opening(market, from),
                file,
                broken::set);
        vertx.deployVerticle(server).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private void closeExchange() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private void listen() throws InterruptedException {
        ExchangeTime time = new ExchangeTime();
        BinanceRestClient exchange = new BinanceRestClient(
                client,
                HttpUrl.get("http://127.0.0.1:" + port),
                Pause.REAL,
                new WeightBudget(Pause.REAL, InstantSource.system()),
                new SplittableRandom(1),
                metrics);
        loop = new FeedLoop(
                this::sink,
                gaps,
                new GapBook(List.of()),
                new Fetcher(exchange, workers, System::nanoTime, broken::set),
                time,
                new FeedCounters(metrics),
                System::nanoTime,
                symbol -> streams.silent(symbol));
        SYMBOLS.forEach(symbol -> loop.join(SymbolLane.startingAt(symbol, symbol, FROM.toEpochDay() * Market.DAY)));
        streams = new LiveStreams(
                client,
                "ws://127.0.0.1:" + port,
                loop,
                scheduler,
                new SplittableRandom(1),
                time::newest,
                System::nanoTime,
                new StreamCounters(metrics));
        loop.backfill(share -> {});
        feedThread = new Thread(this::run, "feed");
        feedThread.start();
        streams.start(SYMBOLS);
    }

    private void run() {
        try {
            loop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            broken.set(e);
        }
    }

    private void sink(Outgoing record) {
        Candle candle = ((Parsed.Ok<Candle>) CandleJson.parse(record.value())).value();
        sent.computeIfAbsent(record.symbol(), any -> Collections.synchronizedList(new ArrayList<>()))
                .add(candle);
    }

    private int count() {
        return sent.values().stream().mapToInt(List::size).sum();
    }

    private boolean allArrived() throws IOException {
        for (String symbol : SYMBOLS) {
            if (sent.getOrDefault(symbol, List.of()).size() < archive(symbol).size()) {
                return false;
            }
        }
        return true;
    }

    private void assertArchive() throws IOException {
        for (String symbol : SYMBOLS) {
            assertThat(sent.get(symbol))
                    .usingElementComparator(Comparator.comparing(Candle::openTime)
                            .thenComparing((ours, theirs) -> ours.sameValues(theirs) ? 0 : 1))
                    .containsExactlyElementsOf(archive(symbol));
        }
    }

    private static List<Candle> archive(String symbol) throws IOException {
        List<Candle> candles = new ArrayList<>();
        for (LocalDate day : List.of(FROM, TO)) {
            ArchiveFile file = ArchiveFile.of(RealData.dailyZip(symbol, "1m", day.toString()))
                    .orElseThrow();
            candles.addAll(file.candles(Market.EXCHANGE));
        }
        return candles;
    }
}

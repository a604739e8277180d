package io.cryptolambda.ingest;

import io.cryptolambda.core.Interval;
import io.cryptolambda.ingest.binance.BinanceRestClient;
import io.cryptolambda.ingest.binance.ExchangeSymbol;
import io.cryptolambda.ingest.binance.Pause;
import io.cryptolambda.ingest.binance.WeightBudget;
import io.cryptolambda.ingest.feed.ExchangeTime;
import io.cryptolambda.ingest.feed.FeedCounters;
import io.cryptolambda.ingest.feed.FeedLoop;
import io.cryptolambda.ingest.feed.Fetcher;
import io.cryptolambda.ingest.feed.GapBook;
import io.cryptolambda.ingest.feed.SymbolLane;
import io.cryptolambda.ingest.log.Acknowledgements;
import io.cryptolambda.ingest.log.CandleLog;
import io.cryptolambda.ingest.log.GapLedger;
import io.cryptolambda.ingest.log.LogTail;
import io.cryptolambda.ingest.log.OpenCandles;
import io.cryptolambda.ingest.log.Producers;
import io.cryptolambda.ingest.stream.LiveStreams;
import io.cryptolambda.ingest.stream.StreamCounters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of ingest: what is in the log already, then what the exchange has closed since, then live. Ends only by an
 * interrupt or an error; whoever starts it again loses nothing, since all it knows is in the log.
 */
final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration TOPIC_PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOCKET_PING = Duration.ofSeconds(20);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(15);
    private static final int FETCHES_AT_A_TIME = 4;
    private static final Duration REFRESH_LOOK = Duration.ofSeconds(30);
    private static final long READY_WITHIN = Duration.ofHours(1).toMillis();

    private final IngestOptions options;
    private final MeterRegistry metrics;
    private final RandomGenerator random;
    private final OkHttpClient client =
            new OkHttpClient.Builder().callTimeout(ANSWER_PATIENCE).build();
    private final ScheduledExecutorService connections = scheduler("connections");
    private final ScheduledExecutorService refreshes = scheduler("symbols");
    private final ExecutorService fetches =
            Executors.newFixedThreadPool(FETCHES_AT_A_TIME, task -> daemon(task, "fetch"));
    private final ExchangeTime time = new ExchangeTime();
    private final FeedCounters counters;
    private final Acknowledgements acknowledgements;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private volatile FeedLoop loop;
    private volatile LiveStreams streams;

    Ingest(IngestOptions options, MeterRegistry metrics, RandomGenerator random) {
        this.options = options;
        this.metrics = metrics;
        this.random = random;
        this.counters = new FeedCounters(metrics);
        this.acknowledgements = new Acknowledgements(time, metrics);
    }

    /** How it stands now. */
    IngestStatus status() {
        FeedLoop feed = loop;
        boolean connected = streams != null && streams.subscribed();
        return new IngestStatus(
                time.newest(),
                connected && feed.complete() && acknowledgements.pending() == 0,
                connected,
                connected && feed.within(READY_WITHIN),
                acknowledgements.total(),
                acknowledgements.newest(),
                counters.gapsFilled(),
                counters.exchangeGapMinutes(),
                counters.reconnects());
    }

    /**
     * Runs until it is interrupted.
     *
     * @param broken told of what makes it impossible to go on
     * @throws UnknownSymbol if a symbol is named that the exchange does not have
     */
    void run(Consumer<Throwable> broken) throws InterruptedException {
        WeightBudget budget = new WeightBudget(Pause.REAL, InstantSource.system());
        BinanceRestClient exchange =
                new BinanceRestClient(client, HttpUrl.get(options.restUrl), Pause.REAL, budget, random, metrics);
        SymbolChoice choice = new SymbolChoice(exchange, options.shard, options.symbols, options.top, options.quote);
        List<ExchangeSymbol> symbols = ExchangeAtStart.ask(() -> choice.choose(Set.of()));
        List<String> names = symbols.stream().map(ExchangeSymbol::symbol).toList();
        LogTail.State log = LogTail.read(options.kafka.access(), FeedLoop.EXCHANGE, names, TOPIC_PATIENCE);
        time.told(ExchangeAtStart.ask(exchange::time));
        LOG.info(
                "event=started symbols={} in_log={} gaps={} exchange_time={}",
                names.size(),
                log.newest().size(),
                log.gaps().size(),
                time.newest());

        acknowledgements.found(log.newest());
        Producer<String, byte[]> producer = Producers.lossless(options.kafka.access());
        CandleLog candles = new CandleLog(producer, acknowledgements, broken);
        closing.push(candles::close);
        Fetcher fetcher = new Fetcher(exchange, fetches, System::nanoTime, broken);
        FeedLoop feed = new FeedLoop(
                candles,
                new GapLedger(producer),
                new GapBook(log.gaps()),
                fetcher,
                time,
                counters,
                System::nanoTime,
                symbol -> streams.silent(symbol));
        symbols.forEach(symbol -> feed.join(lane(symbol, log.newest())));
        loop = feed;
        listenToOpenCandles(feed);
        feed.backfill(new BackfillProgress(System::nanoTime));
        LOG.info("event=backfilled acknowledged={} exchange_time={}", acknowledgements.total(), time.newest());
        listen(feed, choice, symbols);
        feed.run();
    }

    @Override
    public void close() {
        refreshes.shutdownNow();
        fetches.shutdownNow();
        closing.forEach(Runnable::run);
        connections.shutdown();
        client.dispatcher().executorService().shutdown();
    }

    private void listen(FeedLoop feed, SymbolChoice choice, List<ExchangeSymbol> symbols) {
        OkHttpClient pinging = client.newBuilder()
                .callTimeout(Duration.ZERO)
                .pingInterval(SOCKET_PING)
                .build();
        LiveStreams live = new LiveStreams(
                pinging,
                options.websocketUrl,
                feed,
                connections,
                random,
                time::newest,
                System::nanoTime,
                new StreamCounters(metrics));
        streams = live;
        closing.push(live::close);
        live.start(symbols.stream().map(ExchangeSymbol::symbol).toList());
        SymbolRefresh refresh = new SymbolRefresh(
                choice::choose,
                symbols,
                time,
                joining -> join(feed, live, joining),
                symbol -> {
                    live.remove(symbol);
                    feed.leave(symbol);
                },
                metrics);
        refreshes.scheduleWithFixedDelay(
                refresh, REFRESH_LOOK.toMillis(), REFRESH_LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    // A symbol that was not traded at the start may have been in the log before.
    private void join(FeedLoop feed, LiveStreams live, List<ExchangeSymbol> joining) throws InterruptedException {
        Set<String> unknown = joining.stream().map(ExchangeSymbol::symbol).collect(Collectors.toSet());
        unknown.removeAll(acknowledgements.newest().keySet());
        if (!unknown.isEmpty()) {
            acknowledgements.found(LogTail.read(options.kafka.access(), FeedLoop.EXCHANGE, unknown, TOPIC_PATIENCE)
                    .newest());
        }
        Map<String, Long> published = acknowledgements.newest();
        for (ExchangeSymbol symbol : joining) {
            feed.join(lane(symbol, published));
            live.add(symbol.symbol());
        }
    }

    private void listenToOpenCandles(FeedLoop feed) {
        if (options.openCandles) {
            Producer<String, byte[]> producer = Producers.lossy(options.kafka.access());
            closing.push(() -> producer.close(Duration.ZERO));
            feed.openCandles(new OpenCandles(producer, feed::pair, System::nanoTime, metrics));
        }
    }

    private SymbolLane lane(ExchangeSymbol symbol, Map<String, Long> published) {
        Long last = published.get(symbol.symbol());
        long from =
                Interval.ONE_MINUTE.openTime(time.newest() - options.backfill().toMillis());
        return last == null
                ? SymbolLane.startingAt(symbol.symbol(), symbol.pair(), Math.max(0, from))
                : SymbolLane.after(symbol.symbol(), symbol.pair(), last);
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> daemon(task, name));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}

package io.cryptolambda.ingest;

import io.cryptolambda.core.Interval;
import io.cryptolambda.ingest.binance.BinanceRestClient;
import io.cryptolambda.ingest.binance.BinanceWebSocket;
import io.cryptolambda.ingest.binance.ExchangeSymbol;
import io.cryptolambda.ingest.binance.Pause;
import io.cryptolambda.ingest.feed.ExchangeTime;
import io.cryptolambda.ingest.feed.Feed;
import io.cryptolambda.ingest.feed.FeedCounters;
import io.cryptolambda.ingest.feed.FeedLoop;
import io.cryptolambda.ingest.feed.SymbolLane;
import io.cryptolambda.ingest.log.Acknowledgements;
import io.cryptolambda.ingest.log.CandleLog;
import io.cryptolambda.ingest.log.LogTail;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of ingest: what is in the log already, then what the exchange has closed since, then live. Ends only by an
 * interrupt or an error; whoever starts it again loses nothing, since all it knows is in the log.
 */
final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration TOPIC_PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOCKET_PING = Duration.ofMinutes(1);

    private final IngestOptions options;
    private final MeterRegistry metrics;
    private final RandomGenerator random;
    private final OkHttpClient client = new OkHttpClient();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "connections");
        thread.setDaemon(true);
        return thread;
    });
    private final ExchangeTime time = new ExchangeTime();
    private final FeedCounters counters;
    private final List<Runnable> closing = new ArrayList<>();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private volatile FeedLoop live;

    Ingest(IngestOptions options, MeterRegistry metrics, RandomGenerator random) {
        this.options = options;
        this.metrics = metrics;
        this.random = random;
        this.counters = new FeedCounters(metrics);
    }

    /** How it stands now. */
    IngestStatus status() {
        FeedLoop loop = live;
        return new IngestStatus(
                time.newest(),
                loop != null && loop.connected() && loop.complete() && acknowledgements.pending() == 0,
                loop != null && loop.connected(),
                acknowledgements.total(),
                acknowledgements.newest(),
                counters.gapsFilled(),
                loop == null ? 0 : loop.reconnects());
    }

    /**
     * Runs until it is interrupted.
     *
     * @param broken told when a record was refused for good
     * @throws UnknownSymbol if a symbol is named that the exchange does not have
     */
    void run(Consumer<Throwable> broken) throws InterruptedException {
        BinanceRestClient exchange = new BinanceRestClient(
                client, HttpUrl.get(options.restUrl), Pause.REAL, InstantSource.system(), random, metrics);
        List<ExchangeSymbol> symbols = SymbolChoice.choose(exchange, options.symbols, options.top);
        List<String> names = symbols.stream().map(ExchangeSymbol::symbol).toList();
        Map<String, Long> published = LogTail.read(options.kafka, Feed.EXCHANGE, names, TOPIC_PATIENCE);
        long now = exchange.time();
        LOG.info("event=started symbols={} in_log={} exchange_time={}", names.size(), published.size(), now);

        acknowledgements.found(published);
        CandleLog log = new CandleLog(CandleLog.producer(options.kafka), acknowledgements, broken);
        closing.add(log::close);
        Feed feed = new Feed(lanes(symbols, published, now), exchange, log, time, counters);
        FeedLoop loop = new FeedLoop(feed, time, counters, parts(names).size(), System::nanoTime);
        feed.backfill();
        listen(names, loop);
        live = loop;
        loop.run();
    }

    @Override
    public void close() {
        for (int i = closing.size() - 1; i >= 0; i--) {
            closing.get(i).run();
        }
        scheduler.shutdownNow();
        client.dispatcher().executorService().shutdown();
    }

    private void listen(List<String> names, FeedLoop loop) {
        OkHttpClient pinging = client.newBuilder().pingInterval(SOCKET_PING).build();
        for (List<String> part : parts(names)) {
            BinanceWebSocket socket =
                    new BinanceWebSocket(pinging, options.websocketUrl, part, loop, scheduler, random);
            closing.add(socket::close);
            socket.connect();
        }
    }

    private static List<List<String>> parts(List<String> names) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < names.size(); from += BinanceWebSocket.MAX_STREAMS) {
            parts.add(names.subList(from, Math.min(names.size(), from + BinanceWebSocket.MAX_STREAMS)));
        }
        return parts;
    }

    private List<SymbolLane> lanes(List<ExchangeSymbol> symbols, Map<String, Long> published, long now) {
        long from = Interval.ONE_MINUTE.openTime(now - options.backfill.toMillis());
        return symbols.stream()
                .map(symbol -> {
                    Long last = published.get(symbol.symbol());
                    return last == null
                            ? SymbolLane.startingAt(symbol.symbol(), symbol.pair(), from)
                            : SymbolLane.after(symbol.symbol(), symbol.pair(), last);
                })
                .toList();
    }
}

package io.cryptolambda.ingest.stream;

import io.cryptolambda.core.access.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Listens to the 1-minute klines of any number of symbols over as many connections as that takes. Symbols may come and go.
 * Thread-safe: everything is handed to the scheduler's one thread.
 */
public final class LiveStreams implements AutoCloseable {
    /** Most streams the exchange allows on one connection. */
    static final int MAX_STREAMS = 1024;

    private static final long TICK_MILLIS = 100;

    private final OkHttpClient client;
    private final Request request;
    private final StreamListener listener;
    private final ScheduledExecutorService scheduler;
    private final RandomGenerator random;
    private final LongSupplier exchangeTime;
    private final StreamCounters counters;
    private final LongSupplier nanoTime;
    private final ConnectBudget budget;
    private final List<Slot> slots = new ArrayList<>();
    private volatile boolean subscribed;

    /**
     * @param base such as {@code wss://stream.binance.com:9443}
     * @param scheduler of one thread
     * @param exchangeTime the exchange's clock, epoch milliseconds UTC
     * @param nanoTime protocol time, in nanoseconds from anywhere
     */
    public LiveStreams(
            OkHttpClient client,
            String base,
            StreamListener listener,
            ScheduledExecutorService scheduler,
            RandomGenerator random,
            LongSupplier exchangeTime,
            LongSupplier nanoTime,
            StreamCounters counters) {
        // What is packed is not bounded by its length on the wire.
        this.client = client.newBuilder().addInterceptor(LiveStreams::unpacked).build();
        this.request = new Request.Builder().url(base + "/stream").build();
        this.listener = listener;
        this.scheduler = scheduler;
        this.random = random;
        this.exchangeTime = exchangeTime;
        this.nanoTime = nanoTime;
        this.budget = new ConnectBudget(nanoTime);
        this.counters = counters;
    }

    /** Begins to listen. */
    public void start(Collection<String> symbols) {
        scheduler.execute(() -> {
            symbols.forEach(symbol -> slotWithRoom().add(StreamName.of(symbol)));
            slots.forEach(Slot::connect);
        });
        scheduler.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Listens to one more. */
    public void add(String symbol) {
        scheduler.execute(() -> {
            int before = slots.size();
            slotWithRoom().add(StreamName.of(symbol));
            slots.subList(before, slots.size()).forEach(Slot::connect);
        });
    }

    /** Listens to one less. */
    public void remove(String symbol) {
        String stream = StreamName.of(symbol);
        scheduler.execute(() -> slots.stream().filter(slot -> slot.has(stream)).forEach(slot -> slot.remove(stream)));
    }

    /** Nothing came of a symbol although there was something to tell. */
    public void silent(String symbol) {
        String stream = StreamName.of(symbol);
        scheduler.execute(() -> slots.stream().filter(slot -> slot.has(stream)).forEach(slot -> slot.silent(stream)));
    }

    /** Whether all symbols are subscribed to. */
    public boolean subscribed() {
        return subscribed;
    }

    @Override
    public void close() {
        scheduler.execute(() -> slots.forEach(Slot::close));
    }

    Connection newConnection(Collection<String> streams, Connection.Owner owner) {
        counters.connected();
        Connection connection =
                new Connection(streams, scheduler, listener, counters, owner, exchangeTime.getAsLong(), nanoTime);
        connection.connect(client, request);
        return connection;
    }

    StreamListener listener() {
        return listener;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    ConnectBudget budget() {
        return budget;
    }

    StreamCounters counters() {
        return counters;
    }

    long exchangeTime() {
        return exchangeTime.getAsLong();
    }

    private static Response unpacked(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .removeHeader("Sec-WebSocket-Extensions")
                .build());
    }

    private void tick() {
        slots.forEach(Slot::tick);
        subscribed = !slots.isEmpty() && slots.stream().allMatch(Slot::subscribed);
    }

    private Slot slotWithRoom() {
        for (Slot slot : slots) {
            if (slot.size() < MAX_STREAMS) {
                return slot;
            }
        }
        Slot slot = new Slot(this, new Backoff(Duration.ofMillis(250), Duration.ofSeconds(60), random));
        slots.add(slot);
        return slot;
    }
}

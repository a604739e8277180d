package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Interval;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.cryptolambda.ingest.stream.StreamListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed's thread, and what others tell it: candles of streams, answers of the exchange. Each symbol is watched: what is
 * overdue is asked for, and a symbol that streams are silent about is reported. Candles of streams are bounded: while the
 * log takes nothing, or a symbol holds too many that wait for the exchange, connections are not read.
 */
public final class FeedLoop implements StreamListener {
    /** The name in the candles. */
    public static final String EXCHANGE = Feed.EXCHANGE;

    private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);
    private static final int CAPACITY = 5_000;
    private static final int MOST_HELD = 1_000;
    private static final int GAPS_AT_A_TIME = 4;
    private static final long TICK_MILLIS = 100;
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(2);
    // Longer than the longest pause between two looks at a symbol that has nothing to give.
    private static final long LATELY_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long LEAST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final int FRUITLESS_WEIGHT_A_MINUTE = 1_500;
    private static final int WEIGHT = 2;

    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(CAPACITY);
    private final Deque<LiveCandle> setAside = new ArrayDeque<>();
    private final Map<String, SymbolLane> lanes = new ConcurrentHashMap<>();
    private final Feed feed;
    private final GapBook gaps;
    private final Fetcher fetcher;
    private final ExchangeTime time;
    private final FeedCounters counters;
    private final LongSupplier nanoTime;
    private final Consumer<String> onSilent;
    private final AtomicLong lastTold;
    private volatile OpenCandleListener openCandles = event -> {};
    private volatile boolean settled;
    private volatile long newestRest;
    private long lastClosed;
    private long lastTimeAsked;
    private boolean askingTime;
    private boolean askAgain;
    private boolean wantLook;
    private boolean live;

    private interface Event {
        void happen() throws InterruptedException;
    }

    private record LiveCandle(KlineEvent event, long heardNanos) {}

    /** Hears of candles that are still open. */
    public interface OpenCandleListener {
        void open(KlineEvent event);
    }

    /**
     * @param nanoTime protocol time, in nanoseconds from anywhere
     * @param onSilent told of symbols that streams are silent about; any thread
     */
    public FeedLoop(
            CandleSink sink,
            GapSink ledger,
            GapBook gaps,
            Fetcher fetcher,
            ExchangeTime time,
            FeedCounters counters,
            LongSupplier nanoTime,
            Consumer<String> onSilent) {
        this.feed = new Feed(sink, ledger, gaps, time, counters);
        this.gaps = gaps;
        this.fetcher = fetcher;
        this.time = time;
        this.counters = counters;
        this.nanoTime = nanoTime;
        this.onSilent = onSilent;
        long now = nanoTime.getAsLong();
        this.lastTold = new AtomicLong(now);
        this.lastClosed = now;
        this.lastTimeAsked = now - SILENT_NANOS;
    }

    /** Takes a symbol in. */
    public void join(SymbolLane lane) {
        lanes.put(lane.symbol(), lane);
        settled = false;
        queue.add(this::look);
    }

    /** Lets go of a symbol, with what it had closed until now. */
    public void leave(String symbol) {
        queue.add(() -> lanes.remove(symbol));
    }

    /** Tells {@code listener} of open candles too. */
    public void openCandles(OpenCandleListener listener) {
        openCandles = listener;
    }

    /** Runs until it is interrupted. */
    public void run() throws InterruptedException {
        live = true;
        runUntil(() -> false);
    }

    /** Takes everything closed so far that is not in the log; {@code progress} is told the share done, now and then. */
    public void backfill(Consumer<Double> progress) throws InterruptedException {
        look();
        runUntil(() -> {
            progress.accept(progress());
            return newestRest > 0
                    && lanes.values().stream().allMatch(lane -> lane.watch().looked() || !lane.behind(newestRest));
        });
    }

    /** The pair of a symbol taken in. */
    public String pair(String symbol) {
        SymbolLane lane = lanes.get(symbol);
        return lane == null ? symbol : lane.pair();
    }

    /** Whether everything that the exchange had closed by the newest time it told was asked for and passed. */
    public boolean complete() {
        return settled && queue.isEmpty() && newestRest >= Interval.ONE_MINUTE.openTime(time.newest());
    }

    /**
     * Whether no symbol is further behind than {@code bound}, milliseconds, unless the exchange has said lately that it has
     * no more of it.
     */
    public boolean within(long bound) {
        long now = time.newest();
        long nanos = nanoTime.getAsLong();
        return lanes.values().stream()
                .allMatch(lane -> now - lane.last() <= bound || lane.watch().lookedWithin(LATELY_NANOS, nanos));
    }

    @Override
    public void subscribed() {
        queue.add(this::look);
    }

    @Override
    public void kline(KlineEvent event) throws InterruptedException {
        long heard = nanoTime.getAsLong();
        SymbolLane lane = lanes.get(event.kline().symbol());
        if (lane == null || !event.interval().equals(Interval.ONE_MINUTE.text())) {
            counters.unwanted.increment();
            return;
        }
        lane.watch().heard(event.eventTime());
        time.told(event.eventTime());
        lastTold.set(heard);
        if (event.closed()) {
            room.acquire();
            queue.add(() -> live(new LiveCandle(event, heard)));
        } else {
            openCandles.open(event);
        }
    }

    @Override
    public void unreadable(String reason) {
        counters.unreadable.increment();
        LOG.error("event=unreadable_message reason=\"{}\"", reason);
    }

    @Override
    public void disconnected(String reason) {
        counters.reconnects.increment();
    }

    private interface Done {
        boolean now();
    }

    private void runUntil(Done done) throws InterruptedException {
        long nextTick = nanoTime.getAsLong();
        while (true) {
            Event event = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            if (event != null) {
                event.happen();
            }
            long nanos = nanoTime.getAsLong();
            if (nanos - nextTick >= 0) {
                tick(nanos);
                nextTick = nanos + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
                if (done.now()) {
                    return;
                }
            }
        }
    }

    /** Does what is to be done now, without waiting. */
    void step() throws InterruptedException {
        live = true;
        for (Event event = queue.poll(); event != null; event = queue.poll()) {
            event.happen();
        }
        tick(nanoTime.getAsLong());
    }

    private void live(LiveCandle candle) throws InterruptedException {
        settled = false;
        lastClosed = candle.heardNanos();
        if (!setAside.isEmpty() || crowded()) {
            setAside.add(candle);
        } else {
            take(candle);
        }
    }

    private void take(LiveCandle candle) throws InterruptedException {
        room.release();
        KlineEvent event = candle.event();
        SymbolLane lane = lanes.get(event.kline().symbol());
        if (lane != null && feed.live(lane, event, candle.heardNanos())) {
            counters.gapsFound.increment();
            fetchBeforeHeld(lane);
        }
    }

    // Whether a symbol holds so many candles that no more are let in until the exchange has answered.
    private boolean crowded() {
        return lanes.values().stream().anyMatch(lane -> lane.held().size() >= MOST_HELD);
    }

    private void tick(long nanos) throws InterruptedException {
        while (!setAside.isEmpty() && !crowded()) {
            take(setAside.poll());
        }
        long now = time.newest();
        boolean turned = Interval.ONE_MINUTE.openTime(now) > newestRest && nanos - lastClosed >= QUIET_NANOS;
        if ((turned || nanos - lastTold.get() >= SILENT_NANOS) && nanos - lastTimeAsked >= QUIET_NANOS) {
            askTime();
        }
        boolean all = true;
        for (SymbolLane lane : lanes.values()) {
            LaneWatch watch = lane.watch();
            boolean behind = lane.behind(now);
            if (behind && watch.due(lane.last() + 2 * Interval.ONE_MINUTE.millis(), now, nanos)) {
                fetch(lane);
                counters.overdue.increment(watch.overdue() ? 1 : 0);
            }
            all &= !watch.fetching() && lane.held().isEmpty() && (!behind || watch.lookedIn(now));
        }
        settled = all && setAside.isEmpty();
        gaps.due(now, GAPS_AT_A_TIME)
                .forEach(gap -> fetcher.fetch(
                        new FetchRequest(gap.symbol(), gap.from(), gap.to() - 1, gap.to(), gap.to(), gap),
                        answer -> queue.add(() -> gapAnswered(answer))));
    }

    // Something may have been missed: what is behind the exchange's clock of now is asked for at once.
    private void look() {
        wantLook = true;
        askAgain = askingTime;
        askTime();
    }

    private void askTime() {
        if (!askingTime) {
            askingTime = true;
            lastTimeAsked = nanoTime.getAsLong();
            fetcher.time(told -> queue.add(() -> timeAnswered(told)));
        }
    }

    private void timeAnswered(long told) {
        askingTime = false;
        restTold(told);
        if (askAgain) {
            askAgain = false;
            askTime();
        } else if (wantLook && told > 0) {
            wantLook = false;
            lanes.values().stream().filter(lane -> lane.behind(told)).forEach(lane -> lane.watch()
                    .lookSoon());
        }
    }

    private void restTold(long told) {
        newestRest = Math.max(newestRest, told);
        time.told(told);
    }

    private void fetch(SymbolLane lane) {
        long provesNext = lane.last() + 2 * Interval.ONE_MINUTE.millis() + LaneWatch.OVERDUE;
        long restTime = newestRest > provesNext ? newestRest : 0;
        ask(lane, new FetchRequest(lane.symbol(), lane.last() + 1, Long.MAX_VALUE, Long.MIN_VALUE, restTime, null));
    }

    private void fetchBeforeHeld(SymbolLane lane) {
        long known = lane.held().firstKey();
        lane.watch().ahead();
        ask(lane, new FetchRequest(lane.symbol(), lane.last() + 1, known - 1, known, known, null));
    }

    private void ask(SymbolLane lane, FetchRequest request) {
        lane.watch().fetchStarts();
        fetcher.fetch(request, answer -> queue.add(() -> answered(lane, answer)));
    }

    private void answered(SymbolLane lane, FetchRequest.Answer answer) throws InterruptedException {
        settled = false;
        lane.watch().fetchEnded(nanoTime.getAsLong(), longestPause());
        if (lanes.get(lane.symbol()) != lane || answer.page() == null) {
            return;
        }
        FetchRequest request = answer.request();
        if (request.restTime() == 0) {
            restTold(answer.restTime());
        }
        int taken = feed.page(lane, answer);
        if (taken > 0 && live) {
            counters.gapsFilled.increment();
            LOG.info("event=gap_filled symbol={} from={} candles={}", lane.symbol(), request.from(), taken);
            watchSilence(lane, answer);
        }
        if (answer.page().full()) {
            ask(lane, request.next(answer));
            return;
        }
        boolean unbounded = request.to() == Long.MAX_VALUE;
        if (unbounded) {
            lane.watch().askedToTheEnd(nanoTime.getAsLong());
        }
        if (unbounded && !feed.leftOpen(lane, answer)) {
            lane.watch().looked(answer.restTime());
        }
        if (feed.release(lane, unbounded ? answer.restTime() - LaneWatch.OVERDUE : request.closedBefore())) {
            fetchBeforeHeld(lane);
        }
    }

    // A trade that REST knows of and no stream has told of since.
    private void watchSilence(SymbolLane lane, FetchRequest.Answer answer) {
        boolean unheard = answer.page().klines().stream()
                .anyMatch(kline ->
                        kline.trades() > 0 && kline.openTime() > lane.watch().heardAt());
        if (lane.watch().overdue() && unheard) {
            counters.silent.increment();
            onSilent.accept(lane.symbol());
        }
    }

    private void gapAnswered(FetchRequest.Answer answer) throws InterruptedException {
        SymbolLane lane = lanes.get(answer.request().symbol());
        if (lane == null) {
            gaps.remove(answer.request().gap().key());
        } else if (answer.page() == null) {
            gaps.notAnswered(answer.request().gap(), time.newest());
        } else {
            feed.gapAsked(lane, answer);
        }
    }

    // So that symbols with nothing to give do not use up the weight that others need.
    private long longestPause() {
        long byWeight = TimeUnit.MINUTES.toNanos(1) * lanes.size() * WEIGHT / FRUITLESS_WEIGHT_A_MINUTE;
        return Math.max(LEAST_PAUSE_NANOS, byWeight);
    }

    private double progress() {
        long now = Math.max(newestRest, time.newest());
        return lanes.values().stream()
                .mapToDouble(lane -> lane.watch().looked() ? 1 : lane.progress(now))
                .average()
                .orElse(1);
    }
}

package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Interval;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.cryptolambda.ingest.binance.StreamListener;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed's thread and what connections tell it. Between them is a bounded queue: while the log or the exchange's REST
 * side is slow, connections are not read. A live candle brings what is missing before it; a look for what is missing at the
 * end follows every pause in the stream of closed candles, and every minute.
 */
public final class FeedLoop implements StreamListener {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLoop.class);
    private static final int CAPACITY = 2_000;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final BlockingQueue<KlineEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Feed feed;
    private final ExchangeTime time;
    private final FeedCounters counters;
    private final LongSupplier nanoTime;
    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final AtomicInteger down = new AtomicInteger();
    private final AtomicLong completeUpTo = new AtomicLong();

    /**
     * @param connections how many connections will tell it
     * @param nanoTime protocol time, in nanoseconds from anywhere
     */
    public FeedLoop(Feed feed, ExchangeTime time, FeedCounters counters, int connections, LongSupplier nanoTime) {
        this.down.set(connections);
        this.feed = feed;
        this.time = time;
        this.counters = counters;
        this.nanoTime = nanoTime;
    }

    /** Runs until it is interrupted. */
    public void run() throws InterruptedException {
        long lastLook = nanoTime.getAsLong();
        while (true) {
            KlineEvent event = queue.poll(PAUSE_NANOS, TimeUnit.NANOSECONDS);
            if (event != null) {
                changed.set(true);
                feed.live(event);
            }
            boolean paused = event == null && (changed.get() || minuteTurned());
            if (paused || nanoTime.getAsLong() - lastLook >= LOOK_EVERY_NANOS) {
                changed.set(false);
                completeUpTo.set(feed.look());
                lastLook = nanoTime.getAsLong();
            }
        }
    }

    /** Whether a look at the newest minute the exchange told about found that nothing is missing. */
    public boolean complete() {
        return queue.isEmpty() && !minuteTurned();
    }

    /** Whether all connections are subscribed. */
    public boolean connected() {
        return down.get() == 0;
    }

    /** How often a connection was lost. */
    public long reconnects() {
        return reconnects.get();
    }

    @Override
    public void subscribed() {
        down.decrementAndGet();
        changed.set(true);
    }

    @Override
    public void kline(KlineEvent event) throws InterruptedException {
        if (!event.interval().equals(Interval.ONE_MINUTE.text())) {
            throw new IllegalArgumentException("interval " + event.interval() + " was not asked for");
        }
        time.told(event.eventTime());
        if (event.closed()) {
            queue.put(event);
        }
    }

    @Override
    public void unreadable(String reason) {
        counters.unreadable();
        LOG.error("event=unreadable_message reason=\"{}\"", reason);
    }

    @Override
    public void disconnected(String reason) {
        down.incrementAndGet();
        reconnects.incrementAndGet();
    }

    private boolean minuteTurned() {
        return Interval.ONE_MINUTE.openTime(time.newest()) > Interval.ONE_MINUTE.openTime(completeUpTo.get());
    }
}

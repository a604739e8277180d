package io.cryptolambda.serving.tail;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.view.Live;
import io.cryptolambda.serving.view.Range;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest documents of the speed layer in memory, a bounded number of each symbol and interval. Of one open time the
 * document that knows most is held: topics deliver at least once, so an older {@code as_of} is dropped. Memory is bounded:
 * the more symbols there are, the fewer documents of each. Safe for use by several threads.
 */
public final class Tail implements Live {
    private final long mostBytes;
    private final ConcurrentMap<SeriesKey, TailSeries> series = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong exchangeTime = new AtomicLong();

    private volatile int depth;
    private volatile long bytes;
    private volatile long evicted;

    public Tail(TailBounds bounds) {
        this.depth = bounds.depth();
        this.mostBytes = bounds.bytes();
    }

    /** Takes a document in; false if it was dropped for one that knows more. */
    public synchronized boolean put(TailDocument document) {
        boolean[] taken = {false};
        // Within compute, so that nobody meets a series without a document.
        series.compute(document.key(), (key, held) -> {
            TailSeries target = held == null ? new TailSeries() : held;
            long before = target.bytes();
            taken[0] = target.put(document, depth);
            bytes += target.bytes() - before;
            return target;
        });
        if (taken[0]) {
            changes.incrementAndGet();
            fit();
        }
        if (document.times() != null) {
            exchangeTime.accumulateAndGet(document.times().ingestedAt(), Math::max);
        }
        return taken[0];
    }

    /** Holds fewer of every symbol and interval, all alike, where all together are too much. */
    private void fit() {
        while (bytes > mostBytes && depth > 1) {
            depth = depth * 3 / 4;
            for (TailSeries each : series.values()) {
                long before = each.bytes();
                evicted += each.trim(depth);
                bytes += each.bytes() - before;
            }
        }
    }

    /** Most documents that are held of one symbol and interval now. */
    int depth() {
        return depth;
    }

    /** Memory that all documents take, about. */
    long bytes() {
        return bytes;
    }

    /** Documents that had to go before there were enough newer ones, for want of memory. */
    long evicted() {
        return evicted;
    }

    /** Grows with every document taken in: as long as it stays the same, so does everything here. */
    public long changes() {
        return changes.get();
    }

    /** The newest time of the exchange's clock that any candle tells, epoch milliseconds UTC; empty before any. */
    public Optional<Long> exchangeTime() {
        return Optional.of(exchangeTime.get()).filter(time -> time > 0);
    }

    /** The newest document of each symbol that has one of the interval. */
    public List<TailDocument> newest(Interval interval) {
        return series.entrySet().stream()
                .filter(entry -> entry.getKey().interval() == interval)
                .map(Map.Entry::getValue)
                .map(TailSeries::newest)
                .sorted(Comparator.comparing(document -> document.key().symbol()))
                .toList();
    }

    @Override
    public List<TailDocument> documents(String symbol, Interval interval, Range range) {
        TailSeries found = series.get(new SeriesKey(symbol, interval));
        return found == null ? List.of() : found.within(range);
    }

    @Override
    public Optional<Integer> partition(String symbol) {
        return Optional.ofNullable(series.get(new SeriesKey(symbol, Interval.ONE_MINUTE)))
                .map(found -> found.newest().partition());
    }
}

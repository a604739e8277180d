package io.cryptolambda.serving.tail;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.view.Document;
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
 * document that knows most is held: topics deliver at least once, so an older {@code as_of} is dropped. Safe for use by
 * several threads.
 */
public final class Tail implements Live {
    private final int bound;
    private final ConcurrentMap<SeriesKey, TailSeries> series = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong exchangeTime = new AtomicLong();

    /** @param bound most documents held of one symbol and interval */
    public Tail(int bound) {
        this.bound = bound;
    }

    /** Takes a document in; false if it was dropped for one that knows more. */
    public boolean put(TailDocument document) {
        boolean[] taken = {false};
        // Within compute, so that nobody meets a series without a document.
        series.compute(document.key(), (key, held) -> {
            TailSeries target = held == null ? new TailSeries(bound) : held;
            taken[0] = target.put(document);
            return target;
        });
        if (taken[0]) {
            changes.incrementAndGet();
        }
        if (document.ingestedAt() != null) {
            exchangeTime.accumulateAndGet(document.ingestedAt(), Math::max);
        }
        return taken[0];
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
    public List<Document> documents(String symbol, Interval interval, Range range) {
        TailSeries found = series.get(new SeriesKey(symbol, interval));
        return found == null
                ? List.of()
                : found.within(range).stream().map(TailDocument::toDocument).toList();
    }

    @Override
    public Optional<Integer> partition(String symbol) {
        return Optional.ofNullable(series.get(new SeriesKey(symbol, Interval.ONE_MINUTE)))
                .map(found -> found.newest().partition());
    }
}

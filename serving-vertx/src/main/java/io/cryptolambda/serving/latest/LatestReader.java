package io.cryptolambda.serving.latest;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.tail.Tail;
import io.cryptolambda.serving.tail.TailDocument;
import io.cryptolambda.serving.view.Document;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Merge;
import io.cryptolambda.serving.view.Range;
import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Reads the newest of every symbol: the live tail, over what the store held a moment ago. Of one event loop.
 *
 * <p>While the tail is current it knows everything newer, so that the store is asked every ten seconds at most; else every
 * second. Requests that come meanwhile wait for one answer. The same answer is given as long as nothing changed.
 */
public final class LatestReader {
    private static final long CURRENT_MILLIS = 10_000;
    private static final long NOT_CURRENT_MILLIS = 1_000;

    private final StoredLatestReader store;
    private final Tail tail;
    private final BooleanSupplier tailIsCurrent;
    private final LongSupplier millis;
    private final Map<Interval, Held> held = new EnumMap<>(Interval.class);

    /** What is kept of an interval: an answer of the store, when it was asked for, and what was made of it. */
    private static final class Held {
        private StoredLatest stored;
        private long askedAt;
        private Future<StoredLatest> asked;
        private Latest made;
        private long madeAt;
    }

    /**
     * @param tailIsCurrent whether the tail holds all that its topics do
     * @param millis a clock that only goes forward
     */
    public LatestReader(Elasticsearch elasticsearch, Tail tail, BooleanSupplier tailIsCurrent, LongSupplier millis) {
        this.store = new StoredLatestReader(elasticsearch);
        this.tail = tail;
        this.tailIsCurrent = tailIsCurrent;
        this.millis = millis;
    }

    /**
     * The newest of every symbol; the same object as long as nothing changed. Fails with {@link
     * io.cryptolambda.serving.view.ViewUnavailableException} where the store never answered.
     */
    public Future<Latest> read(Interval interval) {
        Held of = held.computeIfAbsent(interval, key -> new Held());
        long age = millis.getAsLong() - of.askedAt;
        if (of.stored != null && age < (tailIsCurrent.getAsBoolean() ? CURRENT_MILLIS : NOT_CURRENT_MILLIS)) {
            return Future.succeededFuture(made(interval, of, false));
        }
        return stored(interval, of).map(stored -> made(interval, of, false)).recover(e -> {
            return of.stored == null ? Future.failedFuture(e) : Future.succeededFuture(made(interval, of, true));
        });
    }

    private Future<StoredLatest> stored(Interval interval, Held of) {
        if (of.asked == null) {
            of.asked = store.read(interval)
                    .onSuccess(stored -> {
                        of.stored = stored;
                        of.askedAt = millis.getAsLong();
                        of.made = null;
                    })
                    .onComplete(answered -> of.asked = null);
        }
        return of.asked;
    }

    private Latest made(Interval interval, Held of, boolean stale) {
        long changes = tail.changes();
        if (of.made == null || of.madeAt != changes || of.made.stale() != stale) {
            of.made = merged(interval, of.stored, stale);
            of.madeAt = changes;
        }
        return of.made;
    }

    private Latest merged(Interval interval, StoredLatest stored, boolean stale) {
        Map<String, Document> live = new TreeMap<>();
        for (TailDocument document : tail.newest(interval)) {
            live.put(document.key().symbol(), document.toDocument());
        }
        Map<String, LatestRow> rows = new TreeMap<>();
        stored.documents().forEach((symbol, newest) -> rows.put(symbol, row(symbol, newest, live.get(symbol), stored)));
        live.forEach((symbol, document) ->
                rows.computeIfAbsent(symbol, key -> row(key, new StoredLatest.Newest(null, null), document, stored)));
        return new Latest(stored.run(), List.copyOf(rows.values()), stored.truncated(), stale);
    }

    private static LatestRow row(String symbol, StoredLatest.Newest newest, Document live, StoredLatest stored) {
        List<Document> speed = Stream.of(newest.speed(), live)
                .filter(document -> document != null)
                .toList();
        List<Document> batch = newest.batch() == null ? List.of() : List.of(newest.batch());
        int partition = (speed.isEmpty() ? batch : speed).get(0).partition();
        long k = stored.run().map(run -> run.k(partition)).orElse(0L);
        Merge.Page page = Merge.merge(LayerView.MERGED, speed, batch, k, new Range(null, null, 1));
        return new LatestRow(symbol, page.rows().get(0));
    }
}

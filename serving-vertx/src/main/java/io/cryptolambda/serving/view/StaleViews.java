package io.cryptolambda.serving.view;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.cryptolambda.core.merge.BatchRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers without the store, from the answer given last and the live tail: marked stale, and none at all where rows might
 * be missing in between.
 */
final class StaleViews {
    private final Live live;
    private final KnownViews known;
    private volatile Optional<BatchRun> lastRun = Optional.empty();

    StaleViews(Live live, KnownViews known) {
        this.live = live;
        this.known = known;
    }

    /** Remembers an answer of the store. */
    void remember(ViewRequest request, View view) {
        lastRun = view.run();
        known.put(request, view);
    }

    /** What is known of a request without the store; empty if that is not a whole answer. */
    Optional<View> find(ViewRequest request) {
        List<Document> newest = request.view().readsSpeed()
                ? live.documents(request.symbol(), request.interval(), request.range()).stream()
                        .map(Live.Held::toDocument)
                        .toList()
                : List.of();
        return known.find(request).map(view -> continued(request, view, newest)).or(() -> ofTail(request, newest));
    }

    private static View continued(ViewRequest request, View view, List<Document> newest) {
        List<Served> rows = view.rows();
        long last = rows.get(rows.size() - 1).document().openTime();
        boolean follows =
                view.later() == null && !newest.isEmpty() && newest.get(0).openTime() <= last;
        if (!follows) {
            return new View(view.run(), view.k(), rows, view.earlier(), view.later(), true);
        }
        Merge.Page page = Merge.merge(
                request.view(),
                Stream.concat(of(rows, Layer.SPEED), newest.stream()).toList(),
                of(rows, Layer.BATCH).toList(),
                view.k() == null ? 0 : view.k(),
                request.range());
        return new View(view.run(), view.k(), page.rows(), view.earlier() || page.earlier(), page.later(), true);
    }

    private static Stream<Document> of(List<Served> rows, Layer layer) {
        return rows.stream().filter(row -> row.layer() == layer).map(Served::document);
    }

    private Optional<View> ofTail(ViewRequest request, List<Document> newest) {
        if (!isWhole(request.range(), request.interval(), newest)) {
            return Optional.empty();
        }
        Optional<BatchRun> run = lastRun;
        Long k = run.map(found -> found.k(newest.get(0).partition())).orElse(null);
        Merge.Page page = Merge.merge(request.view(), newest, List.of(), k == null ? 0 : k, request.range());
        boolean earlier = !request.range().oldestFirst()
                && (request.range().from() == null
                        || page.rows().get(0).document().openTime()
                                > request.range().from());
        return Optional.of(new View(run, k, page.rows(), earlier, page.later(), true));
    }

    /** Whether the documents are one a bar of the grid, from where the range begins to its limit or its end. */
    private static boolean isWhole(Range range, Interval interval, List<Document> newest) {
        if (newest.isEmpty() || !NewestOfTail.hasNoHole(interval, newest)) {
            return false;
        }
        boolean reachesBack = range.from() != null && newest.get(0).openTime() - range.from() < interval.millis();
        long end = newest.get(newest.size() - 1).openTime() + interval.millis();
        boolean reachesEnd = range.to() == null || end >= range.to();
        boolean full = newest.size() >= range.limit();
        return range.oldestFirst() ? reachesBack && (full || reachesEnd) : reachesEnd && (full || reachesBack);
    }
}

package io.cryptolambda.serving.kline;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.Document;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Range;
import io.cryptolambda.serving.view.Served;
import io.cryptolambda.serving.view.View;
import io.cryptolambda.serving.view.ViewReader;
import io.cryptolambda.serving.view.ViewRequest;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads more documents than one search gives, page by page, all of one batch run. */
final class DocumentPages {
    private static final int PAGE = 5_000;
    private static final int ATTEMPTS = 3;

    private final ViewReader views;

    DocumentPages(ViewReader views) {
        this.views = views;
    }

    /** Documents of a range, oldest first. Fails as {@link ViewReader#read} does. */
    Future<List<Document>> read(String symbol, Interval interval, Range range, List<String> fields) {
        return read(symbol, interval, range, fields, 1);
    }

    private Future<List<Document>> read(
            String symbol, Interval interval, Range range, List<String> fields, int attempt) {
        return pages(new ViewRequest(LayerView.MERGED, symbol, interval, range, fields), new ArrayList<>())
                .compose(pages -> {
                    if (pages.stream().anyMatch(View::stale)) {
                        return Future.failedFuture(new ViewUnavailableException("klines cannot be marked stale"));
                    }
                    if (pages.stream().map(DocumentPages::runId).distinct().count() <= 1) {
                        return Future.succeededFuture(documents(pages));
                    }
                    return attempt < ATTEMPTS
                            ? read(symbol, interval, range, fields, attempt + 1)
                            : Future.failedFuture(new ViewUnavailableException("runs changed between pages"));
                });
    }

    private Future<List<View>> pages(ViewRequest request, List<View> read) {
        Range wanted = request.range();
        Range page = new Range(wanted.from(), wanted.to(), Math.min(PAGE, wanted.limit()), wanted.oldestFirst());
        return views.read(with(request, page)).compose(view -> {
            read.add(wanted.oldestFirst() ? read.size() : 0, view);
            int left = wanted.limit() - view.rows().size();
            return next(wanted, view, left)
                    .map(range -> pages(with(request, range), read))
                    .orElseGet(() -> Future.succeededFuture(read));
        });
    }

    private static Optional<Range> next(Range wanted, View view, int left) {
        if (left <= 0) {
            return Optional.empty();
        }
        if (wanted.oldestFirst()) {
            return Optional.ofNullable(view.later()).map(later -> new Range(later, wanted.to(), left, true));
        }
        return view.earlier()
                ? Optional.of(
                        new Range(wanted.from(), view.rows().get(0).document().openTime(), left, false))
                : Optional.empty();
    }

    private static ViewRequest with(ViewRequest request, Range range) {
        return new ViewRequest(request.view(), request.symbol(), request.interval(), range, request.fields());
    }

    private static String runId(View view) {
        return view.run().map(BatchRun::runId).orElse("");
    }

    private static List<Document> documents(List<View> pages) {
        return pages.stream()
                .flatMap(view -> view.rows().stream())
                .map(Served::document)
                .toList();
    }
}

package io.cryptolambda.serving.kline;

import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Range;
import io.cryptolambda.serving.view.View;
import io.cryptolambda.serving.view.ViewReader;
import io.cryptolambda.serving.view.ViewRequest;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads klines out of more documents than one search gives, page by page, all of one batch run. Each page is rolled up as it
 * comes, so that a month of hours is no more in memory than a month.
 */
final class DocumentPages {
    private static final int PAGE = 5_000;
    private static final int ATTEMPTS = 3;

    private final ViewReader views;

    DocumentPages(ViewReader views) {
        this.views = views;
    }

    /** A page's klines, and the run they are of. */
    private record Page(String runId, List<Kline> klines) {}

    /** Klines of a range of kept bars, oldest first; the first may lack bars. Fails as {@link ViewReader#read} does. */
    Future<List<Kline>> read(String symbol, KlineGrid grid, Range range) {
        return read(symbol, grid, range, 1);
    }

    private Future<List<Kline>> read(String symbol, KlineGrid grid, Range range, int attempt) {
        ViewRequest request = new ViewRequest(LayerView.MERGED, symbol, grid.source(), range, Kline.FIELDS);
        return pages(grid, request, new ArrayList<>()).compose(pages -> {
            if (pages.stream().map(Page::runId).distinct().count() <= 1) {
                List<Kline> all =
                        pages.stream().flatMap(page -> page.klines().stream()).toList();
                return Future.succeededFuture(RollUp.of(grid, all));
            }
            return attempt < ATTEMPTS
                    ? read(symbol, grid, range, attempt + 1)
                    : Future.failedFuture(new ViewUnavailableException("runs changed between pages"));
        });
    }

    private Future<List<Page>> pages(KlineGrid grid, ViewRequest request, List<Page> read) {
        Range wanted = request.range();
        Range page = new Range(wanted.from(), wanted.to(), Math.min(PAGE, wanted.limit()), wanted.oldestFirst());
        return views.read(with(request, page)).compose(view -> {
            if (view.stale()) {
                return Future.failedFuture(new ViewUnavailableException("klines cannot be marked stale"));
            }
            read.add(wanted.oldestFirst() ? read.size() : 0, page(grid, view));
            int left = wanted.limit() - view.rows().size();
            return next(wanted, view, left)
                    .map(range -> pages(grid, with(request, range), read))
                    .orElseGet(() -> Future.succeededFuture(read));
        });
    }

    private static Page page(KlineGrid grid, View view) {
        List<Kline> bars = view.rows().stream()
                .map(served -> Kline.of(grid.source(), served.document()))
                .toList();
        return new Page(view.run().map(BatchRun::runId).orElse(""), RollUp.of(grid, bars));
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
}

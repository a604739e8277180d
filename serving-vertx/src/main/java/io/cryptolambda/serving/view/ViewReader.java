package io.cryptolambda.serving.view;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads both layers and merges them. Speed is read before batch, so that a run published in between only knows more of
 * what speed lacks; the run's metadata is read before and after batch, and where another run was published in between,
 * all is read again: an answer is of one run.
 */
public final class ViewReader {
    private static final int ATTEMPTS = 4;

    private final DocumentReader documents;
    private final RunReader runs;
    private final ServingMetrics metrics;

    public ViewReader(Elasticsearch elasticsearch, ServingMetrics metrics) {
        this.documents = new DocumentReader(elasticsearch);
        this.runs = new RunReader(elasticsearch);
        this.metrics = metrics;
    }

    /**
     * Reads the rows of a symbol and interval. Fails with {@link ViewUnavailableException}, or with {@link
     * UnknownSymbolException} if neither layer has a candle of the symbol, or with {@link NotRetainedException} if
     * 1-minute rows are asked for from before those that are kept.
     *
     * @param fields document fields that rows are made of
     */
    public Future<View> read(LayerView view, String symbol, Interval interval, Range range, List<String> fields) {
        return read(new Request(view, symbol, interval, range, fields), 1);
    }

    private record Request(LayerView view, String symbol, Interval interval, Range range, List<String> fields) {}

    private record Layers(List<Document> speed, List<Document> batch) {}

    private Future<View> read(Request request, int attempt) {
        Future<List<Document>> speed = speed(request);
        Future<Optional<BatchRun>> before = runs.read();
        return Future.all(speed, before)
                .compose(read -> batch(request).transform(batch -> runs.read().compose(after -> {
                    if (runId(after).equals(runId(before.result()))) {
                        return batch.succeeded()
                                ? view(request, after, new Layers(speed.result(), batch.result()))
                                : Future.failedFuture(batch.cause());
                    }
                    // A failed read counts as well: the replaced run's indices may have gone while they were searched.
                    return again(request, attempt);
                })));
    }

    private Future<View> again(Request request, int attempt) {
        metrics.rereads().increment();
        return attempt < ATTEMPTS
                ? read(request, attempt + 1)
                : Future.failedFuture(new ViewUnavailableException(
                        "another batch run was published during each of " + ATTEMPTS + " attempts to read"));
    }

    private Future<View> view(Request request, Optional<BatchRun> run, Layers layers) {
        long retainedFrom = run.map(BatchRun::retainedFrom).orElse(0L);
        Optional<String> tooEarly =
                request.interval() == Interval.ONE_MINUTE && request.view().readsBatch()
                        ? request.range().before(retainedFrom)
                        : Optional.empty();
        if (tooEarly.isPresent()) {
            return Future.failedFuture(new NotRetainedException(tooEarly.get(), retainedFrom));
        }
        return partition(request.symbol(), layers).map(partition -> {
            Long k = run.map(found -> found.k(partition)).orElse(null);
            Merge.Page page =
                    Merge.merge(request.view(), layers.speed(), layers.batch(), k == null ? 0 : k, request.range());
            return new View(run, k, page.rows(), page.next());
        });
    }

    private Future<Integer> partition(String symbol, Layers layers) {
        return Stream.concat(layers.speed().stream(), layers.batch().stream())
                .max(Comparator.comparingLong(Document::asOf))
                .map(newest -> Future.succeededFuture(newest.partition()))
                .orElseGet(() -> documents
                        .partition(symbol)
                        .map(found -> found.orElseThrow(() -> new UnknownSymbolException(symbol))));
    }

    private Future<List<Document>> speed(Request request) {
        return request.view().readsSpeed()
                ? documents.speed(request.symbol(), request.interval(), request.range(), request.fields())
                : Future.succeededFuture(List.of());
    }

    private Future<List<Document>> batch(Request request) {
        return request.view().readsBatch()
                ? documents.batch(request.symbol(), request.interval(), request.range(), request.fields())
                : Future.succeededFuture(List.of());
    }

    private static String runId(Optional<BatchRun> run) {
        return run.map(BatchRun::runId).orElse("");
    }
}

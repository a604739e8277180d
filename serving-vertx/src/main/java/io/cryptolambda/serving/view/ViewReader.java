package io.cryptolambda.serving.view;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Reads both layers and merges them. Which run is served is read afterwards: where it is another than before, all is read
 * again, so an answer is of one run, and as a run trims only what the run before it knew, neither layer lacks a row that
 * the other leaves to it. Documents of batch that were read before of the run that is served need not be read again. The
 * live tail counts as speed: what a search may not find yet is there. Where the tail holds every row that the merge would
 * choose, as it does of the newest, the store is not asked, and the run is that of a moment ago. Where the store does not
 * answer, what is known without it is served, marked stale, or nothing.
 */
public final class ViewReader {
    private static final int ATTEMPTS = 4;
    private static final Duration KNOWN_RUN = Duration.ofSeconds(3);

    private final DocumentReader documents;
    private final RunReader runs;
    private final Live live;
    private final BooleanSupplier liveIsCurrent;
    private final BatchPages pages;
    private final StaleViews staleViews;
    private final Told told;
    private final ServingMetrics metrics;

    /**
     * @param live the newest documents of the speed layer
     * @param liveIsCurrent whether it holds all that its topics do
     * @param pages where documents of the batch run that is served are kept
     * @param known where answers are kept for when the store is away
     * @param told what answers told, with {@link RunWatch} behind it
     */
    public ViewReader(
            Elasticsearch elasticsearch,
            Live live,
            BooleanSupplier liveIsCurrent,
            BatchPages pages,
            KnownViews known,
            Told told,
            ServingMetrics metrics) {
        this.documents = new DocumentReader(elasticsearch);
        this.runs = new RunReader(elasticsearch);
        this.live = live;
        this.liveIsCurrent = liveIsCurrent;
        this.pages = pages;
        this.staleViews = new StaleViews(live, known);
        this.told = told;
        this.metrics = metrics;
    }

    /**
     * Reads the rows of a symbol and interval. Fails with {@link ViewUnavailableException}, or with {@link
     * UnknownSymbolException} if neither layer has a candle of the symbol, or with {@link NotRetainedException} if
     * 1-minute rows are asked for from before those that are kept.
     */
    public Future<View> read(ViewRequest request) {
        Future<View> answer = ofTail(request).map(Future::succeededFuture).orElseGet(() -> read(request, 1)
                .onSuccess(view -> told.rows(request, view)));
        return answer.onSuccess(view -> staleViews.remember(request, view)).recover(e -> without(request, e));
    }

    /** The partition of the raw topic that a symbol lives in; fails as {@link #read} does. */
    public Future<Integer> partition(String symbol) {
        return live.partition(symbol).map(Future::succeededFuture).orElseGet(() -> documents
                .partition(symbol)
                .map(found -> found.orElseThrow(() -> new UnknownSymbolException(symbol))));
    }

    private record Layers(List<Document> speed, List<Document> batch) {}

    private Optional<View> ofTail(ViewRequest request) {
        if (request.view() != LayerView.MERGED || !liveIsCurrent.getAsBoolean() || !told.knowsRunWithin(KNOWN_RUN)) {
            return Optional.empty();
        }
        List<? extends Live.Held> held = live.documents(request.symbol(), request.interval(), request.range());
        Optional<BatchRun> run = told.run().orElseThrow();
        Long k = run.flatMap(found -> live.partition(request.symbol()).map(found::k))
                .orElse(null);
        long known = k == null ? 0 : k;
        long reached = told.position(request.symbol(), request.interval());
        if (!NewestOfTail.suffices(request.range(), request.interval(), held, known, reached)) {
            return Optional.empty();
        }
        metrics.ofTail().increment();
        List<Document> documents = held.stream().map(Live.Held::toDocument).toList();
        Merge.Page page = Merge.merge(request.view(), documents, List.of(), known, request.range());
        return Optional.of(new View(run, k, page.rows(), page.earlier(), page.later(), false));
    }

    private Future<View> without(ViewRequest request, Throwable failure) {
        return failure instanceof ViewUnavailableException
                ? staleViews
                        .find(request)
                        .map(view -> {
                            metrics.stale().increment();
                            return Future.succeededFuture(view);
                        })
                        .orElseGet(() -> Future.failedFuture(failure))
                : Future.failedFuture(failure);
    }

    /**
     * Reads both layers at once, speed not later than batch, and then which run is served. If that is the run that was
     * served before, it was served all the time, for runs do not come back.
     */
    private Future<View> read(ViewRequest request, int attempt) {
        Future<List<Document>> speed = speed(request);
        return runBefore().compose(before -> {
            Optional<List<Document>> known = pages.find(runId(before), request);
            Future<List<Document>> batch = known.map(Future::succeededFuture).orElseGet(() -> batch(request));
            return speed.compose(newest -> batch.transform(read -> run()).compose(after -> {
                if (!runId(after).equals(runId(before))) {
                    // A failed read counts as well: the replaced run's indices may have gone while searched.
                    return again(request, attempt);
                }
                if (batch.succeeded() && known.isEmpty()) {
                    after.ifPresent(run -> pages.put(run.runId(), request, batch.result()));
                }
                return batch.compose(read -> view(request, after, new Layers(newest, read)));
            }));
        });
    }

    /** A run that was served at a time before now. */
    private Future<Optional<BatchRun>> runBefore() {
        return told.run().map(Future::succeededFuture).orElseGet(this::run);
    }

    private Future<Optional<BatchRun>> run() {
        return told.ask(runs);
    }

    private Future<View> again(ViewRequest request, int attempt) {
        metrics.rereads().increment();
        return attempt < ATTEMPTS
                ? read(request, attempt + 1)
                : Future.failedFuture(new ViewUnavailableException(
                        "another batch run was published during each of " + ATTEMPTS + " attempts to read"));
    }

    private Future<View> view(ViewRequest request, Optional<BatchRun> run, Layers layers) {
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
            return new View(run, k, page.rows(), page.earlier(), page.later(), false);
        });
    }

    private Future<Integer> partition(String symbol, Layers layers) {
        return Stream.concat(layers.speed().stream(), layers.batch().stream())
                .max(Comparator.comparingLong(Document::asOf))
                .map(newest -> Future.succeededFuture(newest.partition()))
                .orElseGet(() -> partition(symbol));
    }

    private Future<List<Document>> speed(ViewRequest request) {
        if (!request.view().readsSpeed()) {
            return Future.succeededFuture(List.of());
        }
        List<? extends Live.Held> newest = live.documents(request.symbol(), request.interval(), request.range());
        return documents
                .speed(request.symbol(), request.interval(), request.range(), request.fields())
                .map(found -> WithTail.of(found, newest));
    }

    private Future<List<Document>> batch(ViewRequest request) {
        return request.view().readsBatch()
                ? documents.batch(request.symbol(), request.interval(), request.range(), request.fields())
                : Future.succeededFuture(List.of());
    }

    private static String runId(Optional<BatchRun> run) {
        return run.map(BatchRun::runId).orElse("");
    }
}

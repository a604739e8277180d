package io.cryptolambda.serving.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers given last, bounded by their rows, for when the store is away. Safe for use by several threads, so that it
 * can be one for all event loops.
 */
public final class KnownViews {
    private static final int MOST_ROWS_OF_ONE = 1_000;

    private final int bound;
    private final Map<ViewRequest, View> views = new LinkedHashMap<>(16, 0.75f, true);
    private int rows;

    /** @param bound most rows kept, of all answers together */
    public KnownViews(int bound) {
        this.bound = bound;
    }

    synchronized Optional<View> find(ViewRequest request) {
        return Optional.ofNullable(views.get(request));
    }

    /** Keeps an answer; one without a row, or with very many, is of no use later. */
    synchronized void put(ViewRequest request, View view) {
        if (view.rows().isEmpty() || view.rows().size() > MOST_ROWS_OF_ONE) {
            return;
        }
        View replaced = views.put(request, view);
        rows += view.rows().size() - (replaced == null ? 0 : replaced.rows().size());
        var eldest = views.entrySet().iterator();
        while (rows > bound) {
            rows -= eldest.next().getValue().rows().size();
            eldest.remove();
        }
    }
}

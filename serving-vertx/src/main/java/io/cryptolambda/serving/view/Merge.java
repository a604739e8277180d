package io.cryptolambda.serving.view;

import io.cryptolambda.core.Layer;
import io.cryptolambda.core.merge.MergeRule;
import io.cryptolambda.core.merge.MergeRule.SpeedKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts the documents of both layers together, open time by open time. Pure.
 *
 * <p>Each layer is read up to one document beyond the limit, from the end that the range begins at. An open time among
 * the first {@code limit + 1} of the union is then certain to be in what was read of each layer that has it, so only
 * those are merged: further on, a document missing from one list may merely not have been read.
 */
public final class Merge {
    /**
     * The merged page.
     *
     * @param rows oldest first, at most the range's limit
     * @param earlier whether rows of the range before these were left out
     * @param later the open time after the last row; null if the range goes no further, or was taken from its newest end
     */
    public record Page(List<Served> rows, boolean earlier, Long later) {}

    private Merge() {}

    /**
     * Merges what was read for a range.
     *
     * @param speed documents of the speed layer in any order; of several of one open time the one that knows most counts
     * @param batch documents of the batch layer, at most one per open time, in any order
     * @param k the run's K for the symbol's partition, 0 if there is no run
     */
    public static Page merge(LayerView view, List<Document> speed, List<Document> batch, long k, Range range) {
        Map<Long, Document> speedByTime = byOpenTime(speed);
        Map<Long, Document> batchByTime = byOpenTime(batch);
        SortedSet<Long> union = new TreeSet<>(speedByTime.keySet());
        union.addAll(batchByTime.keySet());
        List<Long> times = new ArrayList<>(union);

        int extra = Math.max(0, times.size() - range.limit());
        boolean forward = range.oldestFirst();
        Long later = forward && extra > 0 ? times.get(range.limit()) : null;
        List<Served> rows = (forward ? times.subList(0, times.size() - extra) : times.subList(extra, times.size()))
                .stream()
                        .map(time -> serve(view, speedByTime.get(time), batchByTime.get(time), k))
                        .toList();
        return new Page(rows, !forward && extra > 0, later);
    }

    private static Served serve(LayerView view, Document speed, Document batch, long k) {
        if (view != LayerView.MERGED) {
            return view == LayerView.SPEED ? speed(speed, false) : new Served(batch, Layer.BATCH, false);
        }
        SpeedKnowledge knowledge = speed == null ? null : new SpeedKnowledge(speed.asOf(), speed.complete());
        return switch (MergeRule.choose(knowledge, batch != null, k)) {
            case SPEED -> speed(speed, false);
            case BATCH -> new Served(batch, Layer.BATCH, false);
            case PROVISIONAL_SPEED -> speed(speed, true);
            case NOTHING -> throw new IllegalStateException("an open time of the union is in one of the layers");
        };
    }

    private static Served speed(Document document, boolean provisional) {
        return new Served(document, Layer.SPEED, provisional);
    }

    private static Map<Long, Document> byOpenTime(List<Document> documents) {
        return documents.stream()
                .collect(Collectors.toMap(
                        Document::openTime,
                        Function.identity(),
                        (one, other) -> other.asOf() >= one.asOf() ? other : one));
    }
}

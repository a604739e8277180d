package io.cryptolambda.serving.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The speed layer's documents out of store and live tail. Most of the tail is in the store as well, and is not read. */
final class WithTail {
    private WithTail() {}

    /** What is stored, followed by what the tail may know besides: of one open time both can be there. */
    static List<Document> of(List<Document> stored, List<? extends Live.Held> tail) {
        Map<Long, Document> byOpenTime = new HashMap<>();
        stored.forEach(document -> byOpenTime.put(document.openTime(), document));
        Stream<Document> unknown = tail.stream()
                .filter(held -> !isKnown(held, byOpenTime.get(held.openTime())))
                .map(Live.Held::toDocument);
        return Stream.concat(stored.stream(), unknown).toList();
    }

    /** What is emitted again by what was complete is the same; what was incomplete can have become complete since. */
    private static boolean isKnown(Live.Held held, Document stored) {
        if (stored == null || stored.asOf() < held.asOf()) {
            return false;
        }
        return stored.asOf() > held.asOf() || stored.complete() && held.complete();
    }
}

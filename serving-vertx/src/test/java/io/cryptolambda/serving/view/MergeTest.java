package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Layer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTest {
    private static final long MINUTE = 60_000;

    @Test
    void shouldServeSpeedFromKOnAndBatchBelow() {
        List<Document> speed = List.of(document(0, 9, true), document(1, 10, true));
        List<Document> batch = List.of(document(0, 9, true), document(1, 8, true));

        Merge.Page page = Merge.merge(LayerView.MERGED, speed, batch, 10, new Range(0L, null, 10));

        assertThat(page.rows()).extracting(Served::layer).containsExactly(Layer.BATCH, Layer.SPEED);
    }

    @Test
    void shouldServeAnIncompleteSpeedDocumentOnlyProvisionally() {
        List<Document> speed = List.of(document(0, 11, false), document(1, 11, false));
        List<Document> batch = List.of(document(0, 9, true));

        Merge.Page page = Merge.merge(LayerView.MERGED, speed, batch, 10, new Range(0L, null, 10));

        assertThat(page.rows())
                .containsExactly(
                        new Served(batch.get(0), Layer.BATCH, false), new Served(speed.get(1), Layer.SPEED, true));
    }

    @Test
    void shouldNotCallSpeedDocumentsProvisionalWhereOnlySpeedWasAskedFor() {
        List<Document> speed = List.of(document(0, 1, false));

        Merge.Page page = Merge.merge(LayerView.SPEED, speed, List.of(), 10, new Range(null, null, 10));

        assertThat(page.rows()).containsExactly(new Served(speed.get(0), Layer.SPEED, false));
    }

    @ParameterizedTest
    @EnumSource(LayerView.class)
    void shouldGiveWhatTheNaiveMergeOfEverythingGives(LayerView view) {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Document> speed = view.readsSpeed() ? documents(random) : List.of();
            List<Document> batch = view.readsBatch() ? documents(random) : List.of();
            long k = random.nextInt(20);
            Range range = range(random);

            List<Document> tail = view.readsSpeed() ? documents(random) : List.of();
            List<Document> read = concat(read(speed, range), read(tail, range));

            Merge.Page page = Merge.merge(view, read, read(batch, range), k, range);

            assertThat(page).as("seed %d", seed).isEqualTo(naive(view, concat(speed, tail), batch, k, range));
        }
    }

    @Test
    void shouldPageThroughAllRowsOnceAndInOrder() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Document> speed = documents(random);
            List<Document> batch = documents(random);
            List<Served> all = naive(LayerView.MERGED, speed, batch, 7, new Range(0L, null, 1_000))
                    .rows();
            int limit = 1 + random.nextInt(5);

            List<Served> paged = new ArrayList<>();
            for (Long from = 0L; from != null; ) {
                Range range = new Range(from, null, limit);
                Merge.Page page = Merge.merge(LayerView.MERGED, read(speed, range), read(batch, range), 7, range);
                paged.addAll(page.rows());
                from = page.later();
            }

            assertThat(paged).as("seed %d", seed).isEqualTo(all);
        }
    }

    /** The rule over whole layers, open time by open time, written down as DESIGN section 4 says it. */
    private static Merge.Page naive(LayerView view, List<Document> speed, List<Document> batch, long k, Range range) {
        List<Served> rows = new ArrayList<>();
        for (long time : times(speed, batch, range)) {
            Document fast = at(speed, time);
            Document slow = at(batch, time);
            if (view == LayerView.SPEED) {
                rows.add(new Served(fast, Layer.SPEED, false));
            } else if (fast != null && fast.complete() && fast.asOf() >= k) {
                rows.add(new Served(fast, Layer.SPEED, false));
            } else if (slow != null) {
                rows.add(new Served(slow, Layer.BATCH, false));
            } else {
                rows.add(new Served(fast, Layer.SPEED, true));
            }
        }
        int size = rows.size();
        int limit = range.limit();
        if (!range.oldestFirst()) {
            return new Merge.Page(rows.subList(Math.max(0, size - limit), size), size > limit, null);
        }
        Long next = size > limit ? rows.get(limit).document().openTime() : null;
        return new Merge.Page(rows.subList(0, Math.min(limit, size)), false, next);
    }

    private static long[] times(List<Document> speed, List<Document> batch, Range range) {
        return LongStream.concat(
                        speed.stream().mapToLong(Document::openTime),
                        batch.stream().mapToLong(Document::openTime))
                .filter(time -> isIn(range, time))
                .distinct()
                .sorted()
                .toArray();
    }

    private static Document at(List<Document> documents, long time) {
        return documents.stream()
                .filter(document -> document.openTime() == time)
                .reduce((one, other) -> other.asOf() >= one.asOf() ? other : one)
                .orElse(null);
    }

    private static List<Document> concat(List<Document> speed, List<Document> tail) {
        return Stream.concat(speed.stream(), tail.stream()).toList();
    }

    /** What a layer answers: the documents in the range, from its begin, one more than the limit. */
    private static List<Document> read(List<Document> documents, Range range) {
        Comparator<Document> order = Comparator.comparingLong(Document::openTime);
        return documents.stream()
                .filter(document -> isIn(range, document.openTime()))
                .sorted(range.oldestFirst() ? order : order.reversed())
                .limit(range.limit() + 1L)
                .toList();
    }

    private static boolean isIn(Range range, long time) {
        return (range.from() == null || time >= range.from()) && (range.to() == null || time < range.to());
    }

    private static Range range(Random random) {
        Long from = random.nextBoolean() ? random.nextInt(20) * MINUTE : null;
        Long to = random.nextBoolean() ? (5 + random.nextInt(25)) * MINUTE : null;
        return new Range(from, to, 1 + random.nextInt(12), random.nextBoolean());
    }

    private static List<Document> documents(Random random) {
        List<Document> documents = new ArrayList<>();
        for (int minute = 0; minute < 25; minute++) {
            if (random.nextInt(3) > 0) {
                documents.add(document(minute, random.nextInt(20), random.nextInt(4) > 0));
            }
        }
        Collections.shuffle(documents, random);
        return documents;
    }

    private static Document document(int minute, long asOf, boolean complete) {
        return new Document(minute * MINUTE, asOf, 0, complete, new JsonObject().put("close", minute + "/" + asOf));
    }
}

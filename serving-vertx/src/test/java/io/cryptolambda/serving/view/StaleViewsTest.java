package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleViewsTest {
    private static final long MINUTE = 60_000;

    private final List<Document> tail = new ArrayList<>();
    private final StaleViews stale = new StaleViews(
            new Live() {
                @Override
                public List<Document> documents(String symbol, Interval interval, Range range) {
                    return tail.stream()
                            .filter(document -> range.contains(document.openTime()))
                            .toList();
                }

                @Override
                public Optional<Integer> partition(String symbol) {
                    return Optional.of(0);
                }
            },
            new KnownViews(100));

    @Test
    void shouldContinueTheLastAnswerByTheTail() {
        ViewRequest request = newest(3);
        stale.remember(request, answer(batch(1), batch(2), batch(3)));
        tail.add(document(3, 3));
        tail.add(document(4, 4));

        View view = stale.find(request).orElseThrow();

        assertThat(view.stale()).isTrue();
        assertThat(view.rows())
                .extracting(row -> row.document().openTime() / MINUTE)
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void shouldNotContinueTheLastAnswerAcrossAHole() {
        ViewRequest request = newest(3);
        stale.remember(request, answer(batch(1), batch(2), batch(3)));
        tail.add(document(9, 9));

        assertThat(stale.find(request).orElseThrow().rows())
                .extracting(row -> row.document().openTime() / MINUTE)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldServeTheTailAloneWhereItHasEveryMinute() {
        for (int minute = 5; minute < 10; minute++) {
            tail.add(document(minute, minute));
        }

        assertThat(stale.find(newest(5)).orElseThrow().rows()).hasSize(5);
        assertThat(stale.find(newest(6))).as("the sixth is not known").isEmpty();
        assertThat(stale.find(request(new Range(5 * MINUTE, 8 * MINUTE, 10)))).isPresent();
        assertThat(stale.find(request(new Range(4 * MINUTE, 8 * MINUTE, 10))))
                .as("minute 4 is not known")
                .isEmpty();
        assertThat(stale.find(request(new Range(5 * MINUTE, 20 * MINUTE, 10))))
                .as("what follows is not known")
                .isEmpty();
    }

    @Test
    void shouldNotServeATailWithAHole() {
        tail.add(document(5, 5));
        tail.add(document(7, 7));

        assertThat(stale.find(newest(2))).isEmpty();
    }

    @Test
    void shouldForgetTheAnswersUsedLongestAgo() {
        KnownViews known = new KnownViews(5);
        known.put(newest(1), answer(batch(1), batch(2)));
        known.put(newest(2), answer(batch(1), batch(2)));
        known.find(newest(1));
        known.put(newest(3), answer(batch(1), batch(2)));

        assertThat(known.find(newest(1))).isPresent();
        assertThat(known.find(newest(2))).isEmpty();
        assertThat(known.find(newest(3))).isPresent();
    }

    private static View answer(Served... rows) {
        return new View(Optional.empty(), null, List.of(rows), true, null, false);
    }

    private static Served batch(int minute) {
        return new Served(document(minute, minute), Layer.BATCH, false);
    }

    private static Document document(int minute, long asOf) {
        return new Document(minute * MINUTE, asOf, 0, true, new JsonObject());
    }

    private static ViewRequest newest(int limit) {
        return request(new Range(null, null, limit));
    }

    private static ViewRequest request(Range range) {
        return new ViewRequest(LayerView.MERGED, "BTCUSDT", Interval.ONE_MINUTE, range, List.of());
    }
}

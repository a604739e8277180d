package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithTailTest {
    private final List<Long> read = new ArrayList<>();

    private record Held(long openTime, long asOf, boolean complete, List<Long> read) implements Live.Held {
        @Override
        public Document toDocument() {
            read.add(openTime);
            return document(openTime, asOf, complete, "tail");
        }
    }

    @Test
    void shouldReadOfTheTailOnlyWhatTheStoreMayNotKnow() {
        List<Document> stored = List.of(
                document(1, 10, true, "store"),
                document(2, 10, true, "store"),
                document(3, 10, true, "store"),
                document(4, 10, false, "store"),
                document(5, 10, false, "store"));

        List<Document> all = WithTail.of(
                stored,
                List.of(
                        held(1, 9, true),
                        held(2, 10, true),
                        held(3, 11, true),
                        held(4, 10, true),
                        held(5, 10, false),
                        held(6, 12, true)));

        assertThat(read)
                .as("newer, complete since, still incomplete, not stored")
                .containsExactly(3L, 4L, 5L, 6L);
        assertThat(all.subList(0, 5)).isEqualTo(stored);
        assertThat(all.subList(5, 9))
                .containsExactly(
                        document(3, 11, true, "tail"),
                        document(4, 10, true, "tail"),
                        document(5, 10, false, "tail"),
                        document(6, 12, true, "tail"));
    }

    private Held held(long openTime, long asOf, boolean complete) {
        return new Held(openTime, asOf, complete, read);
    }

    private static Document document(long openTime, long asOf, boolean complete, String from) {
        return new Document(openTime, asOf, 0, complete, JsonObject.of("from", from));
    }
}

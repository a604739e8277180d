package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestOfTailTest {
    private static final long MINUTE = 60_000;
    private static final Range TWO = new Range(null, null, 2);

    @Test
    void shouldSufficeWhereEveryRowKnowsMoreThanBatchAndAnotherIsBeforeThem() {
        assertThat(suffices(TWO, 7, 0, row(1, 3), row(2, 7), row(3, 8))).isTrue();
        assertThat(suffices(TWO, 0, 0, row(1, 3), row(2, 7), row(3, 8)))
                .as("no run")
                .isTrue();
    }

    @Test
    void shouldNotSufficeWhereBatchKnowsARow() {
        assertThat(suffices(TWO, 8, 0, row(1, 3), row(2, 7), row(3, 8))).isFalse();
    }

    @Test
    void shouldNotSufficeWhereARowIsIncomplete() {
        Document incomplete = new Document(2 * MINUTE, 7, 0, false, new JsonObject());

        assertThat(suffices(TWO, 0, 0, row(1, 3), incomplete, row(3, 8))).isFalse();
    }

    @Test
    void shouldNotSufficeWhereABarIsMissing() {
        assertThat(suffices(TWO, 0, 0, row(1, 3), row(2, 7), row(4, 8))).isFalse();
        assertThat(suffices(TWO, 0, 0, row(2, 7), row(3, 8)))
                .as("whether there is an earlier one is not known")
                .isFalse();
        assertThat(suffices(TWO, 0, 0)).isFalse();
    }

    @Test
    void shouldNotSufficeWhereAnAnswerToldMore() {
        assertThat(suffices(TWO, 0, 8, row(1, 3), row(2, 7), row(3, 8))).isTrue();
        assertThat(suffices(TWO, 0, 9, row(1, 3), row(2, 7), row(3, 8))).isFalse();
    }

    @Test
    void shouldNotSufficeForWhatIsNotTheNewest() {
        Document[] rows = {row(1, 3), row(2, 7), row(3, 8)};

        assertThat(suffices(new Range(MINUTE, null, 2), 0, 0, rows)).isFalse();
        assertThat(suffices(new Range(null, 4 * MINUTE, 2), 0, 0, rows)).isFalse();
        assertThat(suffices(new Range(null, null, 2, true), 0, 0, rows)).isFalse();
    }

    private static boolean suffices(Range range, long k, long told, Document... held) {
        List<Document> rows = Arrays.asList(held);
        return NewestOfTail.suffices(range, Interval.ONE_MINUTE, rows, k, told);
    }

    private static Document row(int minute, long asOf) {
        return new Document(minute * MINUTE, asOf, 0, true, new JsonObject());
    }
}

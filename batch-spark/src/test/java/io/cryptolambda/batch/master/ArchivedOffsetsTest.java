package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArchivedOffsetsTest {
    private static final ArchivedOffsets END = ArchivedOffsets.after(
            List.of(new OffsetRange(0, 5, 9), new OffsetRange(2, 0, 4)),
            new TreeMap<>(Map.of(0, 5L, 1, 7L)),
            3,
            "run-1");

    @Test
    void shouldEndWhereThePlanEndsAndElseWhereTheTableEnded() {
        assertThat(END.next()).isEqualTo(Map.of(0, 9L, 1, 7L, 2, 4L));
    }

    @Test
    void shouldBeReadAsItWasWritten() {
        assertThat(ArchivedOffsets.parse(END.text(), 3)).contains(END);
    }

    @Test
    void shouldTellNothingOfAnotherGeneration() {
        assertThat(ArchivedOffsets.parse(END.text(), 1)).isEmpty();
    }

    @Test
    void shouldTellNothingByTheTextOfAnotherCommit() {
        assertThat(ArchivedOffsets.parse("r20261123t044507z-2fcb/12", 3)).isEmpty();
        assertThat(ArchivedOffsets.parse("{\"run_id\":", 3)).isEmpty();
        assertThat(ArchivedOffsets.parse("{}", 3)).isEmpty();
    }
}

package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OffsetPlanTest {

    @Test
    void shouldReadOnFromWhereTheMasterEnds() {
        assertThat(OffsetPlan.of(offsets(0, 100L, 1, 7L), log(offsets(0, 0L, 1, 0L), offsets(0, 150L, 1, 9L))))
                .containsExactly(new OffsetRange(0, 100, 150), new OffsetRange(1, 7, 9));
    }

    @Test
    void shouldLeaveOutPartitionsWithNothingNew() {
        assertThat(OffsetPlan.of(offsets(0, 100L), log(offsets(0, 0L, 1, 0L), offsets(0, 100L, 1, 3L))))
                .containsExactly(new OffsetRange(1, 0, 3));
    }

    @Test
    void shouldBeginWhereTheLogBeginsIfNothingWasArchivedYet() {
        assertThat(OffsetPlan.of(new TreeMap<>(), log(offsets(0, 40L), offsets(0, 50L))))
                .containsExactly(new OffsetRange(0, 40, 50));
    }

    @Test
    void shouldNameThePartitionWhoseRecordsHaveExpired() {
        assertThatThrownBy(() ->
                        OffsetPlan.of(offsets(0, 100L, 1, 7L), log(offsets(0, 0L, 1, 8L), offsets(0, 150L, 1, 9L))))
                .isInstanceOf(LogLostException.class)
                .hasMessageContaining("partition 1 begins at offset 8, the master dataset needs 7");
    }

    @Test
    void shouldMissRecordsThatExpiredInAPartitionThatHadNoneBefore() {
        assertThatThrownBy(() -> OffsetPlan.of(offsets(0, 100L), log(offsets(0, 0L, 1, 8L), offsets(0, 150L, 1, 9L))))
                .isInstanceOf(LogLostException.class)
                .hasMessageContaining("partition 1");
    }

    @Test
    void shouldRefuseALogThatIsShorterThanWhatIsStored() {
        assertThatThrownBy(() -> OffsetPlan.of(offsets(0, 100L), log(offsets(0, 0L), offsets(0, 20L))))
                .isInstanceOf(LogLostException.class)
                .hasMessageContaining("raise --generation");
    }

    @Test
    void shouldDivideAPlanIntoListsOfEqualLength() {
        List<OffsetRange> plan =
                List.of(new OffsetRange(0, 100, 125), new OffsetRange(1, 7, 9), new OffsetRange(2, 0, 8));

        assertThat(OffsetPlan.divided(plan, 10))
                .containsExactly(
                        List.of(new OffsetRange(0, 100, 110)),
                        List.of(new OffsetRange(0, 110, 120)),
                        List.of(new OffsetRange(0, 120, 125), new OffsetRange(1, 7, 9), new OffsetRange(2, 0, 3)),
                        List.of(new OffsetRange(2, 3, 8)));
    }

    @Test
    void shouldReadASmallPlanAsOneList() {
        List<OffsetRange> plan = List.of(new OffsetRange(0, 100, 125), new OffsetRange(1, 7, 9));

        assertThat(OffsetPlan.divided(plan, 100)).containsExactly(plan);
    }

    private static LogBounds log(SortedMap<Integer, Long> begin, SortedMap<Integer, Long> end) {
        return new LogBounds("topic", begin, end);
    }

    private static SortedMap<Integer, Long> offsets(int partition, long offset) {
        return new TreeMap<>(Map.of(partition, offset));
    }

    private static SortedMap<Integer, Long> offsets(int partition, long offset, int other, long otherOffset) {
        return new TreeMap<>(Map.of(partition, offset, other, otherOffset));
    }
}

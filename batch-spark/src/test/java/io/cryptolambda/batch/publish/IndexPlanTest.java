package io.cryptolambda.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexPlanTest {
    private static final String OLD = "r20240105t120000z-ab12";
    private static final String NEW = "r20240106t120000z-cd34";
    private static final IndexKey JANUARY = new IndexKey(Interval.ONE_HOUR, "2024-01");
    private static final IndexKey FEBRUARY = new IndexKey(Interval.ONE_HOUR, "2024-02");
    private static final IndexKey MARCH = new IndexKey(Interval.ONE_HOUR, "2024-03");

    @Test
    void shouldKeepWhatHasNotChangedCloneWhatHasAndBuildWhatIsNew() {
        IndexPlan plan = IndexPlan.of(
                NEW,
                Set.of(JANUARY, FEBRUARY, MARCH),
                Set.of(FEBRUARY, MARCH),
                Map.of(JANUARY, JANUARY.name(OLD), FEBRUARY, FEBRUARY.name(OLD)));

        assertThat(plan.kept()).isEqualTo(Map.of(JANUARY, JANUARY.name(OLD)));
        assertThat(plan.cloned()).isEqualTo(Map.of(FEBRUARY, FEBRUARY.name(OLD)));
        assertThat(plan.fresh()).containsExactly(MARCH);
        assertThat(plan.indices()).containsExactlyInAnyOrder(JANUARY.name(OLD), FEBRUARY.name(NEW), MARCH.name(NEW));
    }

    @Test
    void shouldBuildEverythingAnewWhereWhatIsServedCannotBeGoneOnFrom() {
        IndexPlan plan = IndexPlan.of(NEW, Set.of(JANUARY, FEBRUARY), Set.of(), Map.of());

        assertThat(plan.fresh()).containsExactly(JANUARY, FEBRUARY);
    }

    @Test
    void shouldReadOutOfANameWhatAnIndexHolds() {
        assertThat(IndexKey.ofName(Interval.ONE_HOUR, "crypto-batch-1h-2024-02-" + OLD))
                .contains(FEBRUARY);
        assertThat(IndexKey.ofName(Interval.ONE_HOUR, "crypto-batch-1h-2024-02-somebody-elses"))
                .isEqualTo(Optional.empty());
    }
}

package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.Interval;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final SortedMap<String, Integer> SERVED = new TreeMap<>(Map.of("A", 0, "B", 1, "C", 2, "D", 3));
    private static final Set<Interval> EVERY = Set.of(Interval.values());

    @Test
    void shouldTakeAllUnlessAskedOtherwise() {
        Selection all = new Selection(Set.of(), EVERY, 0, Long.MAX_VALUE, 0, 1);

        assertThat(all.of(SERVED)).isEqualTo(SERVED);
        assertThat(all.complete()).isTrue();
    }

    @Test
    void shouldTakeTheSymbolsAndTimesAskedFor() {
        Selection some = new Selection(Set.of("B", "D"), EVERY, 100, 200, 0, 1);

        assertThat(some.of(SERVED)).containsOnlyKeys("B", "D");
        assertThat(some.holds(100)).isTrue();
        assertThat(some.holds(200)).isFalse();
        assertThat(some.complete()).isFalse();
    }

    @Test
    void shouldRefuseASymbolThatNothingIsServedOf() {
        Selection unknown = new Selection(Set.of("B", "X"), EVERY, 0, Long.MAX_VALUE, 0, 1);

        assertThatThrownBy(() -> unknown.of(SERVED)).hasMessageContaining("X");
    }

    @Test
    void shouldDrawASampleThatReachesEverySymbolInTheEnd() {
        Set<String> drawn = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            Set<String> sample = new Selection(Set.of(), EVERY, 0, Long.MAX_VALUE, 2, seed)
                    .of(SERVED)
                    .keySet();
            assertThat(sample).hasSize(2);
            drawn.addAll(sample);
        }

        assertThat(drawn).isEqualTo(SERVED.keySet());
    }
}

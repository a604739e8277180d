package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SymbolGroupsTest {
    @Test
    void shouldHoldNoMoreThanWasAskedFor() {
        var counts = new TreeMap<>(Map.of("A", 4L, "B", 5L, "C", 2L, "D", 30L, "E", 1L));

        assertThat(SymbolGroups.of(counts, 10))
                .containsExactly(Set.of("A", "B"), Set.of("C"), Set.of("D"), Set.of("E"));
    }

    @Test
    void shouldHaveNoGroupWithoutSymbols() {
        assertThat(SymbolGroups.of(new TreeMap<>(), 10)).isEmpty();
    }
}

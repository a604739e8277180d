package io.cryptolambda.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final List<Fault> FAULTS = Faults.all(Duration.ofSeconds(90));

    @Test
    void shouldBeAFunctionOfItsSeed() {
        assertThat(Plan.of(7, 6, FAULTS)).hasToString(Plan.of(7, 6, FAULTS).toString());
        assertThat(Plan.of(7, 6, FAULTS).toString())
                .isNotEqualTo(Plan.of(8, 6, FAULTS).toString());
    }

    @Test
    void shouldReachEveryFaultInAHundredSeeds() {
        assertThat(LongStream.rangeClosed(1, 100)
                        .boxed()
                        .flatMap(seed -> Plan.of(seed, 6, FAULTS).steps().stream())
                        .map(step -> step.fault().name()))
                .containsAll(FAULTS.stream().map(Fault::name).toList());
    }

    @Test
    void shouldNameEachFaultOnce() {
        assertThat(FAULTS).extracting(Fault::name).doesNotHaveDuplicates();
    }
}

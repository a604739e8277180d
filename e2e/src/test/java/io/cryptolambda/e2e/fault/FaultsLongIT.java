package io.cryptolambda.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults that take long, or need rights that not every user has. Each ends in the same verdict as any. */
@Tag("fault")
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class FaultsLongIT {
    private static final Logger LOG = LoggerFactory.getLogger(FaultsLongIT.class);
    private static final Duration FULL = Duration.ofSeconds(20);
    private static final Duration AWAY = Duration.ofMinutes(10);
    private static final int SPEED = 60;

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "kstreams", "flink/checkpoints"})
    void shouldRecoverFromADiskThatWasFull(String folder) {
        holds(StoreFaults.fullDisk(folder, FULL), List.of(folder));
    }

    @Test
    void shouldRecoverFromTenMinutesWithoutElasticsearch() {
        holds(LinkFaults.unreachable("elasticsearch", AWAY, AWAY), List.of());
    }

    private static void holds(Fault fault, List<String> smallDisks) {
        List<String> events = new ArrayList<>();
        Verdict verdict;
        try {
            verdict = new FaultRun(Plan.inOrder(1, List.of(fault)), SPEED, smallDisks, event -> {
                        LOG.info(event);
                        events.add(event);
                    })
                    .run();
        } catch (UncheckedIOException e) {
            Assumptions.abort("this user may not mount a small disk: " + e.getMessage());
            return;
        }
        assertThat(events).noneMatch(event -> event.contains(FaultRun.MISSED));
        assertThat(verdict.holds()).as("%s", verdict).isTrue();
    }
}

package io.cryptolambda.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The short form of the fault suite: one stack, one fixed plan. The long form is {@code ./lambda faults}. */
@Tag("fault")
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class FaultsIT {
    private static final Logger LOG = LoggerFactory.getLogger(FaultsIT.class);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int SPEED = 120;
    private static final List<String> PLAN = List.of(
            "poison",
            "pause-kafka",
            "beyond-the-horizon",
            "elasticsearch-read-only",
            "kill-kstreams",
            "cut-flink-kafka",
            "half-open-serving-elasticsearch");

    @Test
    void shouldKeepEveryInvariantThroughAFixedPlan() {
        Plan plan = Plan.inOrder(
                1, PLAN.stream().map(name -> Faults.named(name, LONGEST)).toList());

        Verdict verdict = new FaultRun(plan, SPEED, LOG::info).run();

        assertThat(verdict.holds()).as("%s%n%s", plan, verdict).isTrue();
    }
}

package io.cryptolambda.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The short form of the fault suite: one stack, one fixed plan. The long form is {@code ./lambda faults}. */
@Tag("fault")
class FaultsIT {
    private static final Logger LOG = LoggerFactory.getLogger(FaultsIT.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int SEED = 1;
    private static final int SPEED = 120;
    private static final List<Fault> FAULTS = Stream.concat(
                    // Long enough that it must be seen to stand still.
                    Stream.of(ProcessFaults.pause("kafka", LONGEST, LONGEST)),
                    Stream.of(
                                    "poison",
                                    "beyond-the-horizon",
                                    "kill-ingest",
                                    "elasticsearch-read-only",
                                    "kill-kstreams",
                                    "revisions",
                                    "cut-flink-kafka",
                                    "half-open-serving-elasticsearch",
                                    "kill-flink-taskmanager-in-checkpoint")
                            .map(name -> Faults.named(name, LONGEST)))
            .toList();

    /** The key of the local stack's store, which Spark and the store's server are given. */
    private static final String SECRET = "loopback-only";

    @Test
    void shouldKeepEveryInvariantThroughAFixedPlanAndLogNoSecret() throws IOException {
        Plan plan = Plan.inOrder(SEED, FAULTS);
        List<String> events = new ArrayList<>();

        Verdict verdict = new FaultRun(plan, SPEED, event -> {
                    LOG.info(event);
                    events.add(event);
                })
                .run();

        assertThat(verdict.holds()).as("%s%n%s", plan, verdict).isTrue();
        assertThat(events).noneMatch(event -> event.contains(FaultRun.MISSED));
        try (Stream<Path> logs = Files.list(Path.of("target/stack-faults-" + SEED + "/logs"))) {
            List<Path> all = logs.toList();
            assertThat(all).hasSizeGreaterThan(10);
            for (Path log : all) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                        .as("%s", log)
                        .doesNotContain(SECRET);
            }
        }
    }
}

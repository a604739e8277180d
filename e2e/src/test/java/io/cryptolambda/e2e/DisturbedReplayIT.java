package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** All that can happen to the speed layer at once; {@link DisturbedReplayLongIT} has each of it at length. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DisturbedReplayIT {
    private static final DisturbedStack DISTURBED = new DisturbedStack("disturbed");
    private static final Stack STACK = DISTURBED.stack();
    private static final Disturbance EVERYTHING = Disturbance.none()
            .doubled()
            .disordered(Duration.ofHours(2))
            .heldBack(0.01)
            .revised(0.01);

    @BeforeAll
    static void start() {
        DISTURBED.up();
    }

    @AfterAll
    static void stop() {
        DISTURBED.close();
    }

    @Test
    @Order(1)
    void shouldEqualItsLogThroughDisorderKillsRescalingAndAnUpgrade() throws Exception {
        Path jar = UpgradedJobJar.make();
        try (PacedLog log = DISTURBED.play(1, 360, EVERYTHING, Duration.ofSeconds(40))) {
            STACK.lambda("scale", "kstreams", "2").requireSuccess();
            STACK.kill("flink-taskmanager");
            STACK.kill("kstreams");
            DISTURBED.job().awaitNextCheckpoint();
            STACK.kill("elasticsearch");
            STACK.kill("flink-jobmanager");
            DISTURBED.job().awaitNextCheckpoint();
            DISTURBED.upgrade(jar, 3);
            log.await();
        }

        DISTURBED.requireParity();
    }

    @Test
    @Order(2)
    void shouldShowItsMetricsInTheDashboard() {
        Awaitility.await("metrics come a moment after their task")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(DISTURBED.job().metrics())
                        .contains(
                                "records_late", "records_revised", "bars_changed", "event_time_lag_ms", "dead_letters")
                        .contains("documents_sent", "documents_superseded", "documents_stale", "documents_retried"));
    }

    @Test
    @Order(3)
    void shouldLeaveAJobAloneThatWasCancelledByHand() {
        DISTURBED.job().cancel();

        JsonNode status = Awaitility.await("status says so")
                .atMost(Duration.ofMinutes(1))
                .until(
                        STACK::status,
                        found -> found.at("/flink_job/state").asText().equals("CANCELED"));
        assertThat(status.path("ready").asBoolean())
                .as("what somebody wanted is in order")
                .isTrue();

        // Its successor knows no jobs, and would be given one that is missing.
        STACK.kill("flink-jobmanager");
        Awaitility.await("the next job manager")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> STACK.flink().get("/overview").path("taskmanagers").asInt() == 1);
        Awaitility.await("the keeper looked at it more than once")
                .pollDelay(Duration.ofSeconds(5))
                .atMost(Duration.ofMinutes(1))
                .until(STACK::status, found -> found.path("ready").asBoolean());
        assertThat(STACK.flink().get("/jobs/overview").path("jobs")).isEmpty();
        assertThat(STACK.status().at("/flink_job/state").asText()).isEqualTo("CANCELED");
    }
}

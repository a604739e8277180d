package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.testing.RealData;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A Flink task manager that dies while candles stream in: nothing is lost, doubled or wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaskManagerKillIT {
    private static final String TASK_MANAGER = "flink-taskmanager";
    private static final Instant STREAMING = Instant.parse("2024-01-02T06:00:00Z");
    private static final Instant END = Instant.parse("2024-01-03T00:00:00Z");

    private static final Stack STACK = new Stack("task-manager-kill");

    @BeforeAll
    static void start() {
        STACK.up(
                "--replay", RealData.daily("1m").toAbsolutePath().toString(),
                "--from", "2024-01-01",
                "--to", "2024-01-02",
                "--symbols", "BTCUSDT,ETHUSDT",
                "--speed", "900",
                "--batch-every", "0");
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @Test
    @Order(1)
    void shouldShowTheReplayLiveInABrowser() {
        Browser.requireInstalled();
        new DashboardScenarios(STACK).followsTheReplay();
    }

    // In CI the fault suite kills the task manager, in the middle of a checkpoint.
    @Test
    @Order(2)
    @EnabledIfSystemProperty(named = "long.tests", matches = "true")
    void shouldHaveParityAfterTheTaskManagerWasKilled() {
        JsonNode before = Awaitility.await("some hours streamed and a checkpoint completed")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(STACK::status, status -> exchangeTime(status).isAfter(STREAMING) && checkpoints(status) > 0);
        assertThat(exchangeTime(before)).as("the replay is under way").isBefore(END);

        kill(taskManager(before));
        JsonNode after = STACK.awaitCaughtUp(Duration.ofMinutes(5));

        assertThat(taskManager(after).path("restarts").asInt()).isEqualTo(1);
        assertThat(taskManager(after).path("healthy").asBoolean()).isTrue();
        assertThat(after.path("flink_job").path("state").asText()).isEqualTo("RUNNING");
        assertThat(checkpoints(after)).isGreaterThan(checkpoints(before));
        assertThat(after.path("counts").path("features").asInt()).isEqualTo(5_760);
        JsonNode found = STACK.verify();
        assertThat(found.path("parity").asBoolean())
                .as("%s", found.toPrettyString())
                .isTrue();
        assertThat(found.path("compared").asInt()).isEqualTo(7_420);
    }

    private static void kill(JsonNode process) {
        ProcessHandle handle = ProcessHandle.of(process.path("pid").asLong()).orElseThrow();
        assertThat(handle.info().commandLine().orElse("")).contains(TASK_MANAGER);
        // As kill -9.
        assertThat(handle.destroyForcibly()).isTrue();
    }

    private static JsonNode taskManager(JsonNode status) {
        return StreamSupport.stream(status.path("processes").spliterator(), false)
                .filter(process -> process.path("name").asText().equals(TASK_MANAGER))
                .findFirst()
                .orElseThrow();
    }

    private static Instant exchangeTime(JsonNode status) {
        return Instant.ofEpochMilli(status.path("exchange_time").asLong());
    }

    private static long checkpoints(JsonNode status) {
        return status.path("flink_job").path("checkpoints_completed").asLong();
    }
}

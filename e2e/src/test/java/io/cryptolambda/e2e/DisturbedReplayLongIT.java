package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two days of three symbols for each thing that can happen to a log and to the speed layer, the log going on from test to test. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DisturbedReplayLongIT {
    private static final Logger LOG = LoggerFactory.getLogger(DisturbedReplayLongIT.class);

    private static final int DAYS = 2;
    private static final int MINUTES = DAYS * 1_440;
    private static final Duration HORIZON = Duration.ofHours(24);
    private static final Duration AWAY = Duration.ofMinutes(5);
    private static final long MEGABYTE = 1 << 20;

    private static final DisturbedStack DISTURBED = new DisturbedStack("disturbed-long");
    private static final Stack STACK = DISTURBED.stack();

    @BeforeAll
    static void start() {
        DISTURBED.up();
        STACK.lambda("scale", "kstreams", "2").requireSuccess();
    }

    @AfterAll
    static void stop() {
        DISTURBED.close();
    }

    @Test
    @Order(1)
    void shouldEqualALogWithOnePercentOfTheCandlesHeldBack() {
        requireParityOf(Disturbance.none().heldBack(0.01));
    }

    @Test
    @Order(2)
    void shouldEqualALogWithOnePercentOfTheCandlesRevised() {
        requireParityOf(Disturbance.none().revised(0.01));
    }

    @Test
    @Order(3)
    void shouldEqualALogInRandomOrderWithinTheHorizon() {
        requireParityOf(Disturbance.none().disordered(HORIZON));
    }

    @Test
    @Order(4)
    void shouldEqualItsLogThroughEverythingWithAKillEveryHalfMinute() {
        Disturbance everything = Disturbance.none()
                .doubled()
                .disordered(Duration.ofHours(4))
                .heldBack(0.01)
                .revised(0.01);
        try (PacedLog log = DISTURBED.play(DAYS, MINUTES, everything, Duration.ofMinutes(5));
                Kills kills = new Kills(STACK, Duration.ofSeconds(30))) {
            log.await();
            LOG.info("killed: {}", kills.killed());
            assertThat(kills.killed()).contains("flink-jobmanager", "flink-taskmanager", "kstreams", "kstreams-2");
        }

        parity();
    }

    @Test
    @Order(5)
    void shouldGoOnWithinTenSecondsWhenRescaledAndTwentyFiveWhenKilled() throws Exception {
        Instant rescaled = Instant.now();
        try (PacedLog log = DISTURBED.play(DAYS, MINUTES, Disturbance.none(), Duration.ofSeconds(150))) {
            for (String instances : new String[] {"3", "1", "2"}) {
                STACK.lambda("scale", "kstreams", instances).requireSuccess();
            }
            log.await();
        }
        parity();
        Duration longest = FeatureDelays.longest(STACK.kafka(), rescaled);
        LOG.info("longest delay of features while rescaled: {}", longest);
        assertThat(longest).isLessThan(Duration.ofSeconds(10));

        Instant killed = Instant.now();
        try (PacedLog log = DISTURBED.play(DAYS, MINUTES, Disturbance.none(), Duration.ofSeconds(60))) {
            STACK.kill("kstreams-2");
            log.await();
        }
        parity();
        longest = FeatureDelays.longest(STACK.kafka(), killed);
        LOG.info("longest delay of features with a killed instance: {}", longest);
        assertThat(longest).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    @Order(6)
    void shouldCatchUpByItselfAfterFiveMinutesWithoutElasticsearch() {
        long before = DISTURBED.job().taskManagerHeap();
        int restarts = restartsOfTheTaskManager();
        try (PacedLog log = DISTURBED.play(DAYS, MINUTES, Disturbance.none().revised(0.01), AWAY)) {
            STACK.without("elasticsearch", () -> {
                Awaitility.await().atMost(AWAY.multipliedBy(2)).until(log::isWritten);
                LOG.info(
                        "heap of the task manager: {} MB before, {} MB after {} without Elasticsearch",
                        before / MEGABYTE,
                        DISTURBED.job().taskManagerHeap() / MEGABYTE,
                        AWAY);
            });
        }

        parity();
        assertThat(restartsOfTheTaskManager()).isEqualTo(restarts);
    }

    @Test
    @Order(7)
    void shouldGoOnFromASavepointAsALaterVersionWithAnotherParallelism() throws Exception {
        Path jar = UpgradedJobJar.make();
        try (PacedLog log = DISTURBED.play(DAYS, MINUTES, Disturbance.none().revised(0.01), Duration.ofSeconds(60))) {
            DISTURBED.upgrade(jar, 3);
            assertThat(log.isWritten()).as("in the middle of the log").isFalse();
            log.await();
        }

        parity();
    }

    private static int restartsOfTheTaskManager() {
        return StreamSupport.stream(STACK.supervised().spliterator(), false)
                .filter(process -> process.path("name").asText().equals("flink-taskmanager"))
                .mapToInt(process -> process.path("restarts").asInt())
                .sum();
    }

    private static void requireParityOf(Disturbance disturbance) {
        try (PacedLog log = DISTURBED.play(DAYS, MINUTES, disturbance, Duration.ZERO)) {
            log.await();
        }
        parity();
    }

    private static void parity() {
        JsonNode found = DISTURBED.requireParity();
        LOG.info("raw records {}, documents equal {}", STACK.status().at("/counts/raw"), found.path("equal"));
    }
}

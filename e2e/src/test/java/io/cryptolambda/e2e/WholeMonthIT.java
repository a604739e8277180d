package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.testing.RealData;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of January 2024, three symbols, as fast as it is read. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class WholeMonthIT {
    private static final Logger LOG = LoggerFactory.getLogger(WholeMonthIT.class);

    private static final int DOCUMENTS = 3 * 31 * (1_440 + 288 + 96 + 24 + 6 + 1);
    private static final Duration LIMIT = Duration.ofMinutes(15);

    @Test
    void shouldEqualTheLogDocumentByDocument() {
        try (Stack stack = new Stack("month")) {
            stack.up(
                    "--replay", RealData.daily("1m").toAbsolutePath().toString(),
                    "--from", "2024-01-01",
                    "--to", "2024-01-31",
                    "--speed", "max",
                    "--batch-every", "0");
            long began = System.nanoTime();
            stack.awaitCaughtUp(LIMIT);
            LOG.info("caught up after {}", Duration.ofNanos(System.nanoTime() - began));
            requireAll(stack.verify());
        }
    }

    @Test
    void shouldEqualTheLogWithEveryMessageDoubled() {
        try (DisturbedStack disturbed = new DisturbedStack("month-doubled")) {
            disturbed.up();
            // From its first day on: what the simulator has played of it comes a second and a third time.
            disturbed.beginAgain();
            try (PacedLog log =
                    disturbed.play(31, 31 * 1_440, Disturbance.none().doubled(), Duration.ZERO)) {
                log.await();
                requireAll(disturbed.requireParity());
            }
        }
    }

    private static void requireAll(JsonNode found) {
        LOG.info("compared {}, equal {}", found.path("compared"), found.path("equal"));
        assertThat(found.path("parity").asBoolean())
                .as("%s", found.toPrettyString())
                .isTrue();
        assertThat(found.path("compared").asInt()).isEqualTo(DOCUMENTS);
        assertThat(found.path("equal").asInt()).isEqualTo(DOCUMENTS);
    }
}

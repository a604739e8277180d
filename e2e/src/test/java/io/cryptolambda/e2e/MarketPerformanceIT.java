package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.testing.RealData;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The market table while 500 pairs are updated several times a second each: by the broker, the server and its stream. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class MarketPerformanceIT {
    private static final int PAIRS = 500;
    private static final Duration TRACE = Duration.ofSeconds(30);

    // A long task is one of 50 ms and more on the page's own thread: as long as there is none, no frame takes longer.
    private static final String OBSERVE =
            """
            window.longTasks = [];
            window.changes = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => longTasks.push(entry.duration)))
              .observe({ type: 'longtask' });
            new MutationObserver((list) => { changes += list.length; })
              .observe(document.querySelector('tbody'), { subtree: true, childList: true });
            """;

    private static final Stack STACK = new Stack("market-performance");

    @BeforeAll
    static void start() {
        STACK.up(
                "--replay", RealData.daily("1m").toAbsolutePath().toString(),
                "--from", "2024-01-01",
                "--to", "2024-01-01",
                "--symbols", "BTCUSDT",
                "--speed", "max",
                "--batch-every", "0");
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @Test
    void shouldHaveNoFrameOverFiftyMilliseconds() {
        Browser.requireInstalled();
        STACK.awaitCaughtUp(Duration.ofMinutes(5));
        cancelFlinkJob(); // the pairs are made up behind it
        try (MovingMarket market = new MovingMarket(STACK.kafka(), PAIRS).start();
                Dashboard dashboard = new Dashboard(STACK.page())) {
            Browser browser = dashboard.screen(Dashboard.Screen.WIDE_DARK).browser();
            browser.open(STACK.page() + "?view=market&sort=-close");
            dashboard.await("all pairs", () -> browser.textOf("#market-count")
                    .equals(PAIRS + 1 + " of " + (PAIRS + 1) + " pairs"));
            dashboard.await("sparklines", () -> browser.count("tr .spark:is(.up, .down)") > 10);

            browser.run(OBSERVE);
            Awaitility.await("a trace")
                    .pollDelay(TRACE)
                    .atMost(TRACE.multipliedBy(2))
                    .until(() -> (Long) browser.run("return changes") > 1_000);

            assertThat((List<?>) browser.run("return longTasks")).isEmpty();
            assertThat(browser.count("tbody tr")).as("rows that exist").isLessThan(60);
            browser.screenshot(Path.of("target", "dashboard-500-pairs.png"));
        }
    }

    private static void cancelFlinkJob() {
        JsonNode job = STACK.flink().get("/jobs/overview").path("jobs").path(0);
        STACK.flink().patch("/jobs/" + job.path("jid").asText() + "?mode=cancel");
    }
}

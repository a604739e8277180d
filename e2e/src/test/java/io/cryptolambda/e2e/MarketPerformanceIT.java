package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The market table while 500 pairs move four times a second each: by the broker, the server, its stream and the
 * page's worker.
 *
 * <p>A frame cannot be drawn while a task of the page's own thread lasts, so none may need more than 50 ms. A
 * reader's browser does not share its processors with broker, server and store; here all of them, and the program
 * that moves the market, have two. So what a task is measured by is the time that its thread ran, as the trace has it
 * for each task beside the time that went by. Where more than 50 ms went by although it ran for less, the thread was
 * kept from running. The kernel keeps account of how long it was ready to run and others had the processors: what all
 * stalls of a trace lack together must not be more than that. It is an account of the whole trace, not of each task:
 * a page that mostly waited for a lock, a disk or its own compositor would be found out, a single such wait on a busy
 * machine would not. Each stall, with what took how long in it, is written to {@code target/market-performance.txt}.
 */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class MarketPerformanceIT {
    private static final int PAIRS = 500;
    private static final Duration TRACE = Duration.ofSeconds(30);
    private static final double MOST_MILLIS = 50;

    // Counts how often each price in sight is written, but for that of the pair that is replayed: it stands still.
    private static final String OBSERVE =
            """
            window.changes = [...document.querySelectorAll('tr:has([data-symbol^="P"]) td:nth-child(2)')].map((price) => {
              const count = { price, times: 0 };
              new MutationObserver((list) => { count.times += list.length; })
                .observe(price, { subtree: true, characterData: true });
              return count;
            });
            """;
    private static final String FEWEST_CHANGES =
            "return Math.min(...changes.filter(({ price }) => price.isConnected).map(({ times }) => times))";

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
    void shouldHaveNoFrameOverFiftyMilliseconds() throws Exception {
        Browser.requireInstalled();
        STACK.awaitCaughtUp(Duration.ofMinutes(5));
        cancelFlinkJob(); // the pairs are made up behind it
        Process market = MovingMarket.start(STACK.kafka(), PAIRS);
        try (Dashboard dashboard = new Dashboard(STACK.page())) {
            Browser browser = dashboard.screen(Dashboard.Screen.WIDE_DARK).browser();
            browser.open(STACK.page() + "?view=market&sort=-close");
            dashboard.await("all pairs", () -> browser.textOf("#market-count")
                    .equals(PAIRS + 1 + " of " + (PAIRS + 1) + " pairs"));
            dashboard.await("sparklines", () -> browser.count("tr .spark:is(.up, .down)") > 10);

            browser.run(OBSERVE);
            double waitedBefore = RunDelay.millis();
            ChromeTrace trace = browser.trace();
            Awaitility.await("a trace, each pair moving at least once a second")
                    .pollDelay(TRACE)
                    .atMost(TRACE.multipliedBy(3))
                    .until(() -> (Long) browser.run(FEWEST_CHANGES) >= TRACE.toSeconds());
            double waited = RunDelay.millis() - waitedBefore;
            List<PageTask> tasks = PageTask.of(trace.end());

            List<PageTask> stalls = tasks.stream()
                    .filter(task -> task.wallMillis() > MOST_MILLIS)
                    .toList();
            write(tasks, stalls, waited);
            assertThat(tasks).allSatisfy(task -> assertThat(task.cpuMillis()).isLessThan(MOST_MILLIS));
            assertThat(waiting(stalls))
                    .as("what stalls lack of the processor, and how long the thread waited for one")
                    .isLessThanOrEqualTo(waited);
            assertThat(browser.count("tbody tr")).as("rows that exist").isLessThan(60);
            browser.screenshot(Path.of("target", "dashboard-500-pairs.png"));
        } finally {
            market.destroy();
        }
    }

    private static void write(List<PageTask> tasks, List<PageTask> stalls, double waited) throws IOException {
        double longest = tasks.stream().mapToDouble(PageTask::cpuMillis).max().orElseThrow();
        String text = String.format(
                Locale.ROOT,
                "%d tasks, %.0f ms on the processor, the longest %.1f ms; %.0f ms waiting for a processor%n"
                        + "%d tasks that lasted longer than 50 ms, %.0f ms of it not on the processor:%n%s%n",
                tasks.size(),
                PageTask.cpuMillis(tasks),
                longest,
                waited,
                stalls.size(),
                waiting(stalls),
                stalls.stream().map(PageTask::toString).collect(Collectors.joining("\n")));
        Files.writeString(Path.of("target", "market-performance.txt"), text);
    }

    private static double waiting(List<PageTask> tasks) {
        return tasks.stream()
                .mapToDouble(task -> task.wallMillis() - task.cpuMillis())
                .sum();
    }

    private static void cancelFlinkJob() {
        JsonNode job = STACK.flink().get("/jobs/overview").path("jobs").path(0);
        STACK.flink().patch("/jobs/" + job.path("jid").asText() + "?mode=cancel");
    }
}

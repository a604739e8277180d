package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.testing.RealData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The main job on two days of two symbols, an outage of the exchange within them, from start to end: each test goes on where the one before it ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");
    private static final List<String> DAYS = List.of("2023-03-23", "2023-03-24");
    private static final String DAY_AFTER = "2023-03-25";
    // The exchange was out on the second day, from 12:40 to 14:00.
    private static final int LAST_DAY = 1_440 - 80;
    private static final int CANDLES = SYMBOLS.size() * (1_440 + LAST_DAY);
    private static final int BARS =
            SYMBOLS.size() * (DAYS.size() * (288 + 96 + 24 + 6 + 1) - 16 - 5 - 1); // of 5m, 15m and 1h
    private static final String LAST_CLOSE = "27,454.47"; // of BTCUSDT, as the exchange published it
    private static final Duration REPLAY = Duration.ofMinutes(5);

    private static final Stack STACK = new Stack("main-job");
    private static final DashboardScenarios DASHBOARD = new DashboardScenarios(STACK);

    @BeforeAll
    static void start() {
        STACK.up(
                "--replay", RealData.daily("1m").toAbsolutePath().toString(),
                "--from", DAYS.get(0),
                "--to", DAYS.get(1),
                "--symbols", String.join(",", SYMBOLS),
                "--speed", "max",
                "--batch-every", "0");
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @Test
    @Order(1)
    void shouldTakeInEveryCandleOfTheReplay() {
        JsonNode status = STACK.awaitCaughtUp(REPLAY);

        assertThat(status.path("ready").asBoolean()).as("%s", status).isTrue();
        JsonNode counts = status.path("counts");
        assertThat(counts.path("raw").asInt()).isEqualTo(CANDLES);
        assertThat(counts.path("features").asInt()).isEqualTo(CANDLES);
        assertThat(counts.path("indicators").asInt()).isEqualTo(BARS);
        assertThat(counts.path("dead_letters").asInt()).isZero();
        assertThat(status.path("processes"))
                .allSatisfy(process -> assertThat(process.path("restarts").asInt())
                        .as("%s", process)
                        .isZero());
    }

    @Test
    @Order(2)
    void shouldShowTheJobRunningInTheDashboardOfFlink() {
        JsonNode jobs = STACK.flink().get("/jobs/overview").path("jobs");

        assertThat(jobs).hasSize(1);
        assertThat(jobs.path(0).path("state").asText()).isEqualTo("RUNNING");
        String checkpoints = "/jobs/" + jobs.path(0).path("jid").asText() + "/checkpoints";
        assertThat(STACK.flink()
                        .get(checkpoints)
                        .path("counts")
                        .path("completed")
                        .asInt())
                .isPositive();
    }

    @Test
    @Order(3)
    void shouldServeTheExchangesOwnBarsFromTheSpeedLayer() {
        requireExchangesBars("speed");
    }

    @Test
    @Order(4)
    void shouldHaveParityBeforeTheBatchRun() {
        requireParity(CANDLES + BARS);
    }

    @Test
    @Order(5)
    void shouldPrintCandlesAsATable() {
        List<String> lines = STACK.lambda("candles", "BTCUSDT", "--interval", "1h", "--limit", "3")
                .requireSuccess()
                .output()
                .lines()
                .toList();

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).split(" *\\| *"))
                .containsExactly("symbol", "exchange", "ts_iso", "open", "high", "low", "close", "volume");
        assertThat(lines.get(4)).startsWith("BTC/USDT | binance  | 2023-03-24T23:00:00Z | ");
    }

    @Test
    @Order(6)
    void shouldNameTheParameterThatIsWrong() {
        JsonNode problem = STACK.api().getWithStatus(400, "/api/v1/candles?symbol=BTCUSDT&interval=7m");

        assertThat(problem.path("parameter").asText()).isEqualTo("interval");
        assertThat(problem.path("accepted")).hasSize(6);
    }

    @Test
    @Order(7)
    void shouldShowEveryPartInABrowser() {
        Browser.requireInstalled();
        DASHBOARD.showsEveryPart(LAST_CLOSE);
    }

    @Test
    @Order(7)
    void shouldShowTheOutageAsWhatItIs() {
        Browser.requireInstalled();
        DASHBOARD.showsTheOutageAsWhatItIs();
    }

    @Test
    @Order(7)
    void shouldChooseWithoutLoadingThePageAnew() {
        Browser.requireInstalled();
        DASHBOARD.choosesWithoutReload();
    }

    @Test
    @Order(7)
    void shouldLoadOlderBarsAsOnePans() {
        Browser.requireInstalled();
        DASHBOARD.loadsOlderBarsAsOnePans();
    }

    @Test
    @Order(7)
    void shouldSortAndFilterTheMarket() {
        Browser.requireInstalled();
        DASHBOARD.sortsAndFiltersTheMarket();
    }

    @Test
    @Order(7)
    void shouldReachEverythingByKeyboard() {
        Browser.requireInstalled();
        DASHBOARD.reachesEverythingByKeyboard();
    }

    @Test
    @Order(7)
    void shouldSayWhatThePageIsWorthWithoutElasticsearch() {
        Browser.requireInstalled();
        DASHBOARD.saysWhatItIsWorthWithoutElasticsearch();
    }

    @Test
    @Order(8)
    void shouldServeTheSameBarsFromTheBatchLayer() {
        STACK.lambda("batch", "all").requireSuccess();

        requireExchangesBars("batch");
        requireExchangesBars("merged");
        JsonNode merged = STACK.api().get("/api/v1/candles?symbol=BTCUSDT&interval=1h&limit=48");
        assertThat(merged.path("run_id").asText())
                .isEqualTo(STACK.status().path("batch").path("run_id").asText())
                .isNotEmpty();
        assertThat(layers(merged)).containsOnly("batch");
    }

    @Test
    @Order(9)
    void shouldHaveParityAfterTheBatchRun() {
        requireParity(CANDLES + BARS);
    }

    @Test
    @Order(10)
    void shouldSetPoisonRecordsAsideAndGoOn() throws Exception {
        ObjectNode candle = ExchangeRows.raw("BTCUSDT", DAY_AFTER, 0);
        String negative = candle.deepCopy().put("volume", "-1").toString();
        String inverted = candle.deepCopy().put("high", "1").toString();
        try (RawTopic raw = new RawTopic(STACK.kafka())) {
            raw.send("BTCUSDT", "{\"schema\":1,");
            raw.send("BTCUSDT", negative);
            raw.send("BTCUSDT", inverted);
            raw.send("BTCUSDT", candle.toString());
        }

        STACK.awaitCaughtUp(Duration.ofMinutes(1));

        Map<String, String> letters = DeadLetters.read(STACK.kafka());
        assertThat(letters).hasSize(3);
        assertThat(letters.get("{\"schema\":1,")).contains("not valid JSON");
        assertThat(letters.get(negative)).contains("volume");
        assertThat(letters.get(inverted)).contains("high");
        assertThat(STACK.status().path("counts").path("features").asInt()).isEqualTo(CANDLES + 1);
    }

    @Test
    @Order(11)
    void shouldServeARevisionThatBatchDoesNotKnowFromTheSpeedLayer() throws Exception {
        ObjectNode revised =
                ExchangeRows.raw("ETHUSDT", DAYS.get(1), LAST_DAY - 1).put("trades", 1_000_000);
        Browser.requireInstalled();
        DASHBOARD.showsACorrectionAsItComes(revised, "trades 1M");

        STACK.awaitCaughtUp(Duration.ofMinutes(1));

        JsonNode served = STACK.api().get("/api/v1/candles?symbol=ETHUSDT&interval=1m&limit=2");
        assertThat(layers(served)).containsExactly("batch", "speed");
        assertThat(served.path("rows").path(1).path("trades").asInt()).isEqualTo(1_000_000);
        // Beside the documents of before: one minute of BTCUSDT, and one bar of it in each interval.
        requireParity(CANDLES + BARS + 1 + 5);
    }

    @Test
    @Order(12)
    void shouldShowEveryMetricThatRulesAndPanelsName() {
        boolean readsYaml =
                Command.run(List.of("/usr/bin/python3", "-c", "import yaml")).exitCode() == 0;
        assumeTrue(readsYaml || "true".equals(System.getenv("CI")), "needs Debian's python3-yaml");

        STACK.scrape().requireSuccess();
    }

    @Test
    @Order(13)
    void shouldServeTheSameFromTheMasterDatasetAloneOnceKafkaAndElasticsearchAreLost() throws Exception {
        STACK.lambda("batch", "archive").requireSuccess();

        STACK.restore("--speed", "max", "--batch-every", "0");

        STACK.awaitCaughtUp(Duration.ofMinutes(2));
        requireParity(CANDLES + BARS + 1 + 5);
        JsonNode revised = STACK.api().get("/api/v1/candles?symbol=ETHUSDT&interval=1m&limit=1");
        assertThat(layers(revised)).containsExactly("batch");
        assertThat(revised.path("rows").path(0).path("trades").asInt()).isEqualTo(1_000_000);
        // The speed layer goes on from there, on seeds: the next minute and its bars are its own, and right.
        try (RawTopic raw = new RawTopic(STACK.kafka())) {
            raw.send("BTCUSDT", ExchangeRows.raw("BTCUSDT", DAY_AFTER, 1).toString());
        }
        STACK.awaitCaughtUp(Duration.ofMinutes(1));
        requireParity(CANDLES + BARS + 2 + 5);
        JsonNode served = STACK.api().get("/api/v1/indicators?symbol=BTCUSDT&interval=1h&limit=2");
        assertThat(layers(served)).containsExactly("batch", "speed");
    }

    @Test
    @Order(14)
    void shouldLeaveNoProcessBehind() {
        STACK.lambda("down").requireSuccess();

        assertThat(STACK.processes()).isEmpty();
    }

    private static void requireExchangesBars(String layer) {
        for (String symbol : SYMBOLS) {
            for (String interval : List.of("15m", "1h")) {
                assertThat(ExchangeRows.served(STACK.api(), symbol, interval, layer, DAYS.get(0), DAY_AFTER))
                        .as("%s %s %s", symbol, interval, layer)
                        .containsExactlyEntriesOf(ExchangeRows.archived(symbol, interval, DAYS));
            }
        }
    }

    private static void requireParity(int documents) {
        JsonNode found = STACK.verify();
        assertThat(found.path("parity").asBoolean())
                .as("%s", found.toPrettyString())
                .isTrue();
        assertThat(found.path("compared").asInt()).isEqualTo(documents);
        assertThat(found.path("equal").asInt()).isEqualTo(documents);
        assertThat(found.path("newer").asInt()).isZero();
    }

    private static Stream<String> layers(JsonNode answer) {
        return StreamSupport.stream(answer.path("rows").spliterator(), false)
                .map(row -> row.path("layer").asText());
    }
}

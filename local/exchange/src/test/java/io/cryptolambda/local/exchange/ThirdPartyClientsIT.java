package io.cryptolambda.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.binance.connector.client.impl.SpotClientImpl;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.local.exchange.market.ReplayMarket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others wrote for the exchange, unchanged but for the base URL. Those of npm need Node. */
class ThirdPartyClientsIT {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);
    private static final long LAST_OPEN = DAY.toEpochDay() * 86_400_000L - 60_000;
    private static final Path SCRIPTS = Path.of("src/test/clients");
    private static final Path INSTALLED = Path.of("target/clients");

    @TempDir
    Path folder;

    private SimulatorFixture simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = new SimulatorFixture(
                folder,
                ReplayMarket.open(RealData.daily("1m"), DAY.minusDays(1), DAY, List.of("BTCUSDT", "ETHUSDT")),
                "1",
                6_000);
    }

    @AfterEach
    void stop() throws Exception {
        if (simulator != null) { // else there is no recorded data
            simulator.close();
        }
    }

    @Test
    void shouldServeBinancesConnectorForJava() {
        SpotClientImpl client = new SpotClientImpl(simulator.url());

        JsonArray rows =
                new JsonArray(client.createMarket().klines(Map.of("symbol", "BTCUSDT", "interval", "1m", "limit", 5)));

        assertThat(rows).hasSize(5);
        assertThat(rows.getJsonArray(4).getLong(0)).isEqualTo(LAST_OPEN);
        assertThat(new JsonObject(client.createMarket().time()).getLong("serverTime"))
                .isEqualTo(LAST_OPEN + 60_000);
    }

    @Test
    void shouldServeCcxt() throws Exception {
        JsonObject read = run("ccxt.mjs", "BTC/USDT", "5");

        JsonArray candles = read.getJsonArray("candles");
        assertThat(read.getString("id")).isEqualTo("BTCUSDT");
        assertThat(read.getBoolean("active")).isTrue();
        assertThat(candles).hasSize(5);
        assertThat(candles.getJsonArray(4).getLong(0)).isEqualTo(LAST_OPEN);
        assertThat(candles.getJsonArray(4).getDouble(4)).isEqualTo(lastClose());
    }

    @Test
    void shouldServeBinancesConnectorForNode() throws Exception {
        JsonArray candles = run("binance-spot.mjs", "BTCUSDT", "5").getJsonArray("candles");

        assertThat(candles).hasSize(5);
        assertThat(candles.getJsonArray(4).getLong(0)).isEqualTo(LAST_OPEN);
        assertThat(Double.parseDouble(candles.getJsonArray(4).getString(4))).isEqualTo(lastClose());
    }

    private double lastClose() throws IOException, InterruptedException {
        JsonArray rows = new JsonArray(simulator
                .get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1")
                .body());
        return Double.parseDouble(rows.getJsonArray(0).getString(4));
    }

    private JsonObject run(String script, String symbol, String limit) throws IOException, InterruptedException {
        assumeThat(canRun("node", "--version") && canRun("npm", "--version"))
                .as("Node is here")
                .isTrue();
        install();
        Process process = new ProcessBuilder("node", script, simulator.url(), symbol, limit)
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return new JsonObject(output.lines().reduce((first, second) -> second).orElseThrow());
    }

    // Versions are pinned in package.json; no lock file, which would hold addresses of one registry.
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (String file : List.of("package.json", "ccxt.mjs", "binance-spot.mjs")) {
            Files.copy(SCRIPTS.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.isDirectory(INSTALLED.resolve("node_modules/ccxt"))) {
            return;
        }
        Process npm = new ProcessBuilder(
                        "npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(npm.getInputStream().readAllBytes());
        assertThat(npm.waitFor()).as(output).isZero();
    }

    private static boolean canRun(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

package io.cryptolambda.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.RandomMarket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsAndFaultsIT {
    private static final long FROM = Instant.parse("2025-01-02T00:00:00Z").toEpochMilli();
    private static final String KLINES = "/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=5";

    @TempDir
    Path folder;

    private SimulatorFixture simulator;

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    @Test
    void shouldBanWhoGoesOnAfterBeingToldToWait() throws Exception {
        start("1", 5);
        // Where a minute turns between them, a few more are allowed.
        await().atMost(Duration.ofSeconds(60)).until(() -> simulator.get(KLINES).statusCode() == 429);
        assertThat(simulator.violations("weight_exceeded")).isEqualTo(1);

        await().atMost(Duration.ofSeconds(60)).until(() -> simulator.get(KLINES).statusCode() == 418);

        HttpResponse<String> banned = simulator.get(KLINES);
        assertThat(banned.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(60L, 120L);
        assertThat(banned.body()).contains("-1003");
    }

    @Test
    void shouldCountRequestsDuringABan() throws Exception {
        start("1", 6_000);
        simulator.fault(new JsonObject().put("fault", "ban").put("millis", 60_000));
        assertThat(simulator.get(KLINES).statusCode()).isEqualTo(418);

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            simulator.get(KLINES);
            return simulator.violations("requests_during_wait") > 0;
        });
    }

    @Test
    void shouldDisconnectWhoSendsMoreThanFiveMessagesASecond() throws Exception {
        start("1", 6_000);
        ReceivedKlines received = simulator.listen("/ws");

        for (int i = 1; i <= 5; i++) {
            received.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + i + "}");
        }
        received.awaitAnswer("{\"result\":[],\"id\":5}");
        assertThat(simulator.violations("too_many_messages")).isZero();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        received.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + i + "}");
                    }
                })
                .isInstanceOf(CompletionException.class);

        assertThat(simulator.violations("too_many_messages")).isPositive();
    }

    @Test
    void shouldRefuseMoreThan1024StreamsOnAConnection() throws Exception {
        start("1", 6_000);
        ReceivedKlines received = simulator.listen("/ws");
        String names = IntStream.range(0, 1_025)
                .mapToObj(i -> "\"x" + i + "@kline_1m\"")
                .collect(Collectors.joining(","));

        received.send("{\"method\":\"SUBSCRIBE\",\"params\":[" + names + "],\"id\":1}");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> received.answers().stream().anyMatch(answer -> answer.contains("more than 1024")));
        assertThat(simulator.violations("too_many_streams")).isEqualTo(1);
    }

    @Test
    void shouldEndAConnectionAfterADayOfTheMarket() throws Exception {
        start("max", 6_000);
        simulator.listen("/ws/btcusdt@kline_1m");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> simulator.get("/metrics").body().contains("exchange_connections 0.0")
                        && simulator.status().getLong("exchange_time") >= FROM + Market.DAY);
        assertThat(simulator.status().getLong("exchange_time")).isLessThan(FROM + Market.DAY + 3_600_000);
    }

    @Test
    void shouldStreamOtherIntervalsAndMicroseconds() throws Exception {
        start("600", 6_000);
        ReceivedKlines received = simulator.listen("/stream?streams=btcusdt@kline_5m&timeUnit=MICROSECOND");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !received.closed("BTCUSDT").isEmpty());
        assertThat(received.closed("BTCUSDT").get(0)).startsWith(FROM * 1_000 + " ");
    }

    @Test
    void shouldAnswerInMicrosecondsIfAsked() throws Exception {
        start("1", 6_000);

        JsonArray row = new JsonArray(
                        simulator.get(KLINES, "X-MBX-TIME-UNIT", "MICROSECOND").body())
                .getJsonArray(0);

        assertThat(row.getLong(0)).isEqualTo((FROM - 5 * 60_000) * 1_000);
        assertThat(row.getLong(6)).isEqualTo((FROM - 4 * 60_000) * 1_000 - 1);
    }

    @ParameterizedTest
    @CsvSource({"too_many_requests, 429", "ban, 418", "forbidden, 403", "unavailable, 503"})
    void shouldFailOnRequest(String fault, int status) throws Exception {
        start("1", 6_000);

        assertThat(simulator.fault(new JsonObject().put("fault", fault))).isEqualTo(204);

        assertThat(simulator.get(KLINES).statusCode()).isEqualTo(status);
    }

    @Test
    void shouldSpoilTheContentOfAPage() throws Exception {
        start("1", 6_000);
        long right = new JsonArray(simulator.get(KLINES).body()).getJsonArray(0).getLong(0);

        simulator.fault(new JsonObject().put("fault", "unordered"));
        assertThat(new JsonArray(simulator.get(KLINES).body()).getJsonArray(0).getLong(0))
                .isGreaterThan(right);
        simulator.fault(new JsonObject().put("fault", "broken_row"));
        assertThat(new JsonArray(simulator.get(KLINES).body()).getJsonArray(0).getValue(0))
                .isNull();
        simulator.fault(new JsonObject().put("fault", "html"));
        assertThat(simulator.get(KLINES).body()).startsWith("<html>");
        simulator.fault(new JsonObject().put("fault", "repeated_page"));
        assertThat(new JsonArray(simulator.get(KLINES + "&startTime=" + right).body())
                        .getJsonArray(0)
                        .getLong(0))
                .isLessThan(right);
        simulator.fault(new JsonObject().put("fault", "truncated"));
        assertThatThrownBy(() -> simulator.get(KLINES)).isInstanceOf(IOException.class);
        assertThat(simulator.get(KLINES).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSpareRequestsFromFaultsThatAreForgotten() throws Exception {
        start("1", 6_000);
        simulator.fault(new JsonObject().put("fault", "broken_row").put("count", 3));

        assertThat(simulator.spareRequests()).isEqualTo(204);

        assertThat(new JsonArray(simulator.get(KLINES).body()).getJsonArray(0).getValue(0))
                .isNotNull();
    }

    @Test
    void shouldSendLittleThatUnpacksToMuch() throws Exception {
        start("1", 6_000);
        simulator.fault(new JsonObject().put("fault", "gzip_bomb"));

        HttpResponse<byte[]> bomb = simulator.bytes(KLINES);

        assertThat(bomb.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(bomb.body().length).isLessThan(1 << 20);
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bomb.body()))) {
            assertThat(unpacked.transferTo(OutputStream.nullOutputStream())).isGreaterThan(32L << 20);
        }
    }

    @Test
    void shouldAnswerLate() throws Exception {
        start("1", 6_000);
        simulator.fault(new JsonObject().put("fault", "slow").put("millis", 700));
        long asked = System.nanoTime();

        assertThat(simulator.get(KLINES).statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(690));
    }

    @Test
    void shouldHaveMinutesThatTheExchangeItselfLost() throws Exception {
        start("600", 6_000);
        simulator.fault(
                new JsonObject().put("fault", "outage").put("symbol", "BTCUSDT").put("millis", 120_000));
        ReceivedKlines received = simulator.listen("/ws/btcusdt@kline_1m");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> received.closed("BTCUSDT").size() >= 3);

        JsonArray rows =
                new JsonArray(simulator.get(KLINES + "&startTime=" + FROM).body());
        assertThat(rows.stream().map(row -> ((JsonArray) row).getLong(0)).limit(2))
                .containsExactly(FROM, FROM + 3 * 60_000);
        assertThat(received.closed("BTCUSDT").get(1)).startsWith((FROM + 3 * 60_000) + " ");
    }

    @Test
    void shouldRefuseAFaultThatItDoesNotKnow() throws Exception {
        start("1", 6_000);

        assertThat(simulator.fault(new JsonObject().put("fault", "nope"))).isEqualTo(400);
        assertThat(simulator.fault(new JsonObject().put("fault", "silence"))).isEqualTo(400);
        assertThat(simulator.fault(new JsonObject().put("fault", "silence").put("symbol", "NOPE")))
                .isEqualTo(400);
        assertThat(simulator.fault(new JsonObject().put("fault", 5))).isEqualTo(400);
    }

    @Test
    void shouldListASymbolLateAndDelistOne() throws Exception {
        start("1", 6_000);
        simulator.fault(new JsonObject().put("fault", "listing").put("symbol", "ETHUSDT"));
        simulator.fault(new JsonObject()
                .put("fault", "delisting")
                .put("symbol", "BTCUSDT")
                .put("millis", 0));

        assertThat(simulator.get("/api/v3/klines?symbol=ETHUSDT&interval=1m").body())
                .contains("-1121");
        assertThat(new JsonObject(simulator.get("/api/v3/exchangeInfo").body()).getJsonArray("symbols"))
                .hasSize(1);
    }

    @Test
    void shouldServeTheArchiveWithItsChecksum() throws Exception {
        start("1", 6_000);
        String path = "/data/spot/daily/klines/BTCUSDT/1m/BTCUSDT-1m-2025-01-01.zip";

        byte[] zip = simulator.bytes(path).body();

        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
        assertThat(simulator.get(path + ".CHECKSUM").body()).isEqualTo(sum + "  BTCUSDT-1m-2025-01-01.zip\n");
        List<String> lines = lines(zip);
        assertThat(lines).hasSize(1_440);
        assertThat(lines.get(0)).startsWith("1735689600000000,");
        assertThat(ArchiveRow.parse(lines.get(1_439)).closeTime()).isEqualTo(FROM - 1);
        // Today's file comes tomorrow.
        assertThat(simulator.get(path.replace("01-01", "01-02")).statusCode()).isEqualTo(404);

        simulator.fault(new JsonObject().put("fault", "reissue").put("symbol", "BTCUSDT"));
        assertThat(simulator.get(path + ".CHECKSUM").body()).doesNotContain(sum);
        assertThat(lines(simulator.bytes(path).body())).isEqualTo(lines);
    }

    private static List<String> lines(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            in.getNextEntry();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    private void start(String speed, int weightLimit) throws Exception {
        RandomMarket market = new RandomMarket(1, FROM, RandomMarket.HISTORY, 2, List.of());
        simulator = new SimulatorFixture(folder, market, speed, weightLimit);
    }
}

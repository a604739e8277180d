package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.testing.ServingOverElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The API over a real Elasticsearch that holds 400 candles in batch and 500 in speed, with a live tail that knows of 520.
 * The last tests take the run, and then Elasticsearch, away.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveApiIT {
    private static final int PARTITION = 1;
    private static final String MINUTES = "/api/v1/candles?symbol=BTCUSDT&interval=1m";

    @RegisterExtension
    private static final ServingOverElasticsearch SERVED = new ServingOverElasticsearch();

    private static TestServing serving;
    private static List<Candle> log;
    private static LayerDocuments all;

    @BeforeAll
    static void start() throws Exception {
        serving = SERVED.serving();
        log = Candles.randomWalk(new Random(11), "BTCUSDT", 520);
        all = new LayerDocuments(log, PARTITION);
        LayerDocuments speed = new LayerDocuments(log.subList(0, 500), PARTITION);
        SERVED.writer()
                .speedCandles(speed.candles())
                .speedBars(speed.bars(Interval.FIVE_MINUTES))
                .flush();
        publish("run-1", 400);
        serving.publish(all.candles().subList(480, 520).stream()
                .map(EnrichedCandleJson::write)
                .toList());
        List<byte[]> bars = all.bars(Interval.FIVE_MINUTES).stream()
                .map(EnrichedBarJson::write)
                .toList();
        serving.publish(bars.subList(bars.size() - 5, bars.size()));
    }

    @Test
    @Order(1)
    void shouldServeWhatNoSearchFindsYet() throws Exception {
        JsonArray rows = serving.json(MINUTES + "&limit=5000").getJsonArray("rows");

        assertThat(openTimes(rows)).isEqualTo(log.stream().map(Candle::openTime).toList());
        JsonArray bars = serving.json("/api/v1/indicators?symbol=BTCUSDT&interval=5m&limit=1")
                .getJsonArray("rows");
        assertThat(bars.getJsonObject(0).getLong("as_of")).isEqualTo(LayerDocuments.position(519));
    }

    @Test
    @Order(1)
    void shouldPageBothWaysByCursor() throws Exception {
        List<Long> backward = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page = serving.json(MINUTES + "&limit=77" + cursor);
            List<Long> times = new ArrayList<>(openTimes(page.getJsonArray("rows")));
            Collections.reverse(times);
            backward.addAll(times);
            String previous = page.getString("previous_cursor");
            cursor = previous == null ? null : "&cursor=" + previous;
        }
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(log.stream().map(Candle::openTime).toList());

        JsonObject first = serving.json(MINUTES + "&from=0&limit=10");
        JsonObject second = serving.json(MINUTES + "&from=0&limit=10&cursor=" + first.getString("next_cursor"));
        JsonObject again = serving.json(MINUTES + "&from=0&limit=10&cursor=" + second.getString("previous_cursor"));
        assertThat(again.getJsonArray("rows")).isEqualTo(first.getJsonArray("rows"));
        JsonObject onward = serving.json(MINUTES + "&from=0&limit=10&cursor=" + again.getString("next_cursor"));
        assertThat(onward.getJsonArray("rows")).isEqualTo(second.getJsonArray("rows"));
    }

    @Test
    @Order(1)
    void shouldServeOnlyTheFieldsAskedFor() throws Exception {
        JsonObject row = serving.json(MINUTES + "&limit=1&fields=close,open_time,layer")
                .getJsonArray("rows")
                .getJsonObject(0);

        assertThat(row.fieldNames()).containsExactly("close", "open_time", "layer");
    }

    @Test
    @Order(1)
    void shouldServeTheSameInCsv() throws Exception {
        JsonArray rows = serving.json(MINUTES + "&limit=3").getJsonArray("rows");
        HttpResponse<String> csv = serving.get(MINUTES + "&limit=3&format=csv");

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("open_time,close_time,open,high,low,close,volume,");
        assertThat(lines.get(1).split(",")[5]).isEqualTo(rows.getJsonObject(0).getString("close"));
        assertThat(serving.get(MINUTES + "&limit=3", "Accept", "text/csv").body())
                .isEqualTo(csv.body());
        assertThat(csv.headers().firstValue("X-run-id")).hasValue("run-1");
    }

    @Test
    @Order(1)
    void shouldNotSendAClosedRangeTwice() throws Exception {
        String closed = MINUTES + "&from=" + Candles.START + "&to=" + (Candles.START + 3_600_000);
        HttpResponse<String> first = serving.get(closed);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = serving.get(closed, "If-None-Match", tag);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(serving.get(closed, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(serving.get(MINUTES).headers().firstValue("ETag")).isEmpty();
    }

    @Test
    @Order(1)
    void shouldCompressWhereThatIsAccepted() throws Exception {
        HttpResponse<String> response = serving.get(MINUTES, "Accept-Encoding", "gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    @Order(1)
    void shouldServeTheNewestOfEverySymbolSortedByAnyField() throws Exception {
        List<Candle> other = Candles.randomWalk(new Random(3), "ETHUSDT", 70);
        serving.publish(new LayerDocuments(other, 2)
                .candles().subList(69, 70).stream()
                        .map(EnrichedCandleJson::write)
                        .toList());

        for (String field : List.of("close", "zscore_20", "volume", "trades", "symbol")) {
            JsonArray up = rows("/api/v1/latest?sort=" + field);
            JsonArray down = rows("/api/v1/latest?order=desc&sort=" + field);
            assertThat(up).as(field).hasSize(2);
            assertThat(up.getValue(0)).as(field).isEqualTo(down.getValue(1));
        }
        JsonObject newest = rows("/api/v1/latest?sort=symbol").getJsonObject(0);
        assertThat(newest.getLong("open_time")).isEqualTo(log.get(519).openTime());
        assertThat(newest.getString("layer")).isEqualTo("speed");
        assertThat(newest.getDouble("sma_20")).isNotNull();
        assertThat(rows("/api/v1/latest?interval=5m&limit=1&fields=symbol,rsi_14,closed")
                        .getJsonObject(0)
                        .fieldNames())
                .containsExactly("symbol", "rsi_14", "closed");
        for (String bad : List.of("sort=nothing", "order=up", "interval=7m", "fields=x", "limit=0")) {
            assertThat(serving.get("/api/v1/latest?" + bad).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    @Order(1)
    void shouldAnswerOfTheTailAloneWhatItWouldHaveAnsweredOfTheStore() throws Exception {
        List<String> newest = List.of(
                MINUTES + "&limit=1",
                MINUTES + "&limit=39&fields=close,as_of",
                "/api/v1/features?symbol=BTCUSDT&interval=1m&limit=20",
                "/api/v1/indicators?symbol=BTCUSDT&interval=5m&limit=4");
        List<JsonObject> ofStore = new ArrayList<>();
        for (String path : newest) {
            ofStore.add(serving.json(path));
        }
        serving.tailIsCurrent(true);
        try {
            double before = serving.metric("serving_tail_answers_total");
            for (int i = 0; i < newest.size(); i++) {
                assertThat(serving.json(newest.get(i))).as(newest.get(i)).isEqualTo(ofStore.get(i));
            }
            assertThat(serving.metric("serving_tail_answers_total") - before).isEqualTo(newest.size());
            serving.json(MINUTES + "&limit=40");
            serving.json(MINUTES + "&limit=1&layer=speed");
            assertThat(serving.metric("serving_tail_answers_total") - before)
                    .as("no 41 rows are held, and a layer is that of the store")
                    .isEqualTo(newest.size());
        } finally {
            serving.tailIsCurrent(false);
        }
    }

    @Test
    @Order(2)
    void shouldNotMixRunsInAPagedAnswer() throws Exception {
        String cursor = serving.json(MINUTES + "&limit=10").getString("previous_cursor");
        publish("run-2", 450);

        HttpResponse<String> next = serving.get(MINUTES + "&limit=10&cursor=" + encoded(cursor));

        assertThat(next.statusCode()).isEqualTo(410);
        assertThat(new JsonObject(next.body()).getString("parameter")).isEqualTo("cursor");
    }

    @Test
    @Order(3)
    void shouldServeTheNewRunToAQuestionThatWasAskedBefore() throws Exception {
        String all = MINUTES + "&limit=5000&layer=batch";
        assertThat(rows(all)).hasSize(450);
        assertThat(rows(all)).as("kept, and the same").hasSize(450);
        publish("run-3", 470);

        JsonObject answer = serving.json(all);

        assertThat(answer.getString("run_id")).isEqualTo("run-3");
        assertThat(answer.getJsonArray("rows")).hasSize(470);
        JsonArray merged = rows(MINUTES + "&limit=5000");
        assertThat(merged.getJsonObject(469).getString("layer")).isEqualTo("batch");
        assertThat(merged.getJsonObject(470).getString("layer")).isEqualTo("speed");
    }

    @Test
    @Order(4)
    void shouldServeANewRunWithinSecondsWhereTheTailAnswers() throws Exception {
        serving.tailIsCurrent(true);
        try {
            assertThat(serving.json(MINUTES + "&limit=3").getString("run_id")).isEqualTo("run-3");
            publish("run-4", 519);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> serving.json(MINUTES + "&limit=3").getString("run_id"), "run-4"::equals);

            JsonArray rows = rows(MINUTES + "&limit=3");
            assertThat(rows.getJsonObject(1).getString("layer")).isEqualTo("batch");
            assertThat(rows.getJsonObject(2).getString("layer")).isEqualTo("speed");
        } finally {
            serving.tailIsCurrent(false);
        }
    }

    @Test
    @Order(5)
    void shouldServeWhatItKnowsWithoutTheStoreAndNeverLess() throws Exception {
        String known = "&limit=500";
        JsonArray before = serving.json(MINUTES + known).getJsonArray("rows");
        SERVED.stopElasticsearch();
        LayerDocuments more = new LayerDocuments(next(log), PARTITION);
        serving.publish(List.of(EnrichedCandleJson.write(more.candles().get(520))));

        JsonObject after = serving.json(MINUTES + known);

        assertThat(after.getBoolean("stale")).isTrue();
        assertThat(after.getLong("as_of")).isEqualTo(LayerDocuments.position(520));
        assertThat(after.getJsonArray("rows")).hasSize(500);
        assertThat(openTimes(after.getJsonArray("rows")).subList(0, 499))
                .isEqualTo(openTimes(before).subList(1, 500));
        HttpResponse<String> unknown = serving.get(MINUTES + "&limit=4000");
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        assertThat(rows("/api/v1/latest").size()).isEqualTo(2);
    }

    private static List<Candle> next(List<Candle> candles) {
        List<Candle> more = new ArrayList<>(candles);
        Candle last = candles.get(candles.size() - 1);
        more.add(Candles.of("BTCUSDT", last.openTime() + 60_000, last.market()));
        return more;
    }

    private static void publish(String runId, int known) throws Exception {
        LayerDocuments batch = new LayerDocuments(log.subList(0, known), PARTITION);
        SERVED.writer()
                .batchCandles(runId, batch.candles())
                .batchBars(runId, batch.bars(Interval.FIVE_MINUTES))
                .publish(new BatchRun(
                        runId,
                        1,
                        new TreeMap<>(Map.of(PARTITION, LayerDocuments.position(known))),
                        Map.of(),
                        Map.of(),
                        0,
                        1,
                        2));
    }

    private static JsonArray rows(String path) throws Exception {
        return serving.json(path).getJsonArray("rows");
    }

    private static List<Long> openTimes(JsonArray rows) {
        return rows.stream().map(row -> ((JsonObject) row).getLong("open_time")).toList();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

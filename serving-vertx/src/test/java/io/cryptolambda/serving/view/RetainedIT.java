package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.core.testing.LayerWriter;
import io.cryptolambda.serving.testing.ServingOverElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API over a run that published 1-minute documents only from an hour after the first candle on. */
class RetainedIT {
    private static final String RUN = "r20240101t080000z-0001";
    private static final long RETAINED_FROM = Candles.START + Interval.ONE_HOUR.millis();

    @RegisterExtension
    private static final ServingOverElasticsearch SERVED = new ServingOverElasticsearch();

    private static TestServing serving;

    @BeforeAll
    static void start() throws Exception {
        serving = SERVED.serving();
        List<Candle> log = Candles.randomWalk(new Random(7), "BTCUSDT", 300);
        LayerDocuments all = new LayerDocuments(log, 0);
        LayerWriter writer = SERVED.writer();
        writer.batchCandles(
                RUN,
                all.candles().stream()
                        .filter(candle -> candle.candle().openTime() >= RETAINED_FROM)
                        .toList());
        writer.batchBars(RUN, all.bars(Interval.FIVE_MINUTES));
        writer.publish(new BatchRun(
                RUN,
                1,
                new TreeMap<>(Map.of(0, LayerDocuments.position(300))),
                Map.of(),
                Map.of(),
                RETAINED_FROM,
                1,
                2));
    }

    @Test
    void shouldRefuseMinutesFromBeforeThoseThatAreKept() throws Exception {
        for (String resource : List.of("candles", "features")) {
            HttpResponse<String> response =
                    serving.get("/api/v1/" + resource + "?symbol=BTCUSDT&interval=1m&from=" + (RETAINED_FROM - 1));

            assertThat(response.statusCode()).isEqualTo(400);
            JsonObject problem = new JsonObject(response.body());
            assertThat(problem.getString("type")).endsWith("not-retained");
            assertThat(problem.getString("parameter")).isEqualTo("from");
            assertThat(problem.getLong("retained_from")).isEqualTo(RETAINED_FROM);
            assertThat(problem.getString("detail")).contains("from", "retained_from");
        }
    }

    @Test
    void shouldRefuseMinutesThatAllLieBeforeThoseThatAreKept() throws Exception {
        HttpResponse<String> response = serving.get("/api/v1/candles?symbol=BTCUSDT&interval=1m&to=" + RETAINED_FROM);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getString("parameter")).isEqualTo("to");
    }

    @Test
    void shouldBeginWithWhatIsKeptWhereNoBeginningIsAskedFor() throws Exception {
        JsonObject newest = serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=5000");
        JsonObject from = serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=5000&from=" + RETAINED_FROM);

        assertThat(firstOpenTime(newest)).isEqualTo(firstOpenTime(from)).isGreaterThanOrEqualTo(RETAINED_FROM);
        assertThat(serving.json("/api/v1/layers").getLong("retained_from")).isEqualTo(RETAINED_FROM);
    }

    @Test
    void shouldServeBarsFromTheFirstOn() throws Exception {
        assertThat(firstOpenTime(serving.json("/api/v1/candles?symbol=BTCUSDT&interval=5m&from=0")))
                .isEqualTo(Candles.START);
    }

    private static long firstOpenTime(JsonObject answer) {
        return answer.getJsonArray("rows").getJsonObject(0).getLong("open_time");
    }
}

package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.core.testing.LayerWriter;
import io.cryptolambda.serving.testing.ServingOverElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API over a real Elasticsearch that holds 600 candles in speed, of which the batch run knows the first 500. */
class MergedViewIT {
    private static final String RUN = "20240101t080000z-0001";
    private static final int KNOWN = 500;
    private static final int PARTITION = 3;

    @RegisterExtension
    private static final ServingOverElasticsearch SERVED = new ServingOverElasticsearch();

    private static TestServing serving;
    private static LayerDocuments all;

    @BeforeAll
    static void start() throws Exception {
        serving = SERVED.serving();
        List<Candle> log = Candles.randomWalk(new Random(7), "BTCUSDT", 600);
        all = new LayerDocuments(log, PARTITION);
        LayerDocuments known = new LayerDocuments(log.subList(0, KNOWN), PARTITION);
        LayerWriter writer = SERVED.writer();
        writer.speedCandles(all.candles()).batchCandles(RUN, known.candles());
        for (Interval interval : Interval.ROLLED_UP) {
            writer.speedBars(all.bars(interval)).batchBars(RUN, known.bars(interval));
        }
        writer.publish(new BatchRun(
                RUN,
                1,
                new TreeMap<>(Map.of(PARTITION, LayerDocuments.position(KNOWN))),
                Map.of(Interval.ONE_HOUR, Candles.START + 8 * Interval.ONE_HOUR.millis()),
                Map.of(Interval.ONE_MINUTE, (long) KNOWN),
                0,
                1,
                2));
    }

    @Test
    void shouldServeBatchBelowKAndSpeedFromThereOn() throws Exception {
        JsonObject answer = serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1m&from=0&limit=5000");

        assertThat(answer.getString("run_id")).isEqualTo(RUN);
        assertThat(answer.getLong("k")).isEqualTo(LayerDocuments.position(KNOWN));
        assertThat(answer.getValue("next")).isNull();
        List<JsonObject> rows = rows(answer);
        assertThat(rows)
                .extracting(row -> row.getString("layer"))
                .isEqualTo(IntStream.range(0, 600)
                        .mapToObj(i -> i < KNOWN ? "batch" : "speed")
                        .toList());
    }

    @Test
    void shouldServeCandlesDigitForDigitInTheAgreedShape() throws Exception {
        EnrichedCandle last = all.candles().get(599);

        JsonObject row = rows(serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=1"))
                .get(0);

        assertThat(row.getMap())
                .containsExactly(
                        Map.entry("open_time", last.candle().openTime()),
                        Map.entry("close_time", last.candle().closeTime()),
                        Map.entry("open", last.candle().market().open().toPlainString()),
                        Map.entry("high", last.candle().market().high().toPlainString()),
                        Map.entry("low", last.candle().market().low().toPlainString()),
                        Map.entry("close", last.candle().market().close().toPlainString()),
                        Map.entry("volume", last.candle().market().volume().toPlainString()),
                        Map.entry(
                                "quote_volume",
                                last.candle().market().quoteVolume().toPlainString()),
                        Map.entry(
                                "taker_buy_volume",
                                last.candle().market().takerBuyVolume().toPlainString()),
                        Map.entry(
                                "taker_buy_quote_volume",
                                last.candle().market().takerBuyQuoteVolume().toPlainString()),
                        Map.entry("trades", (int) last.candle().market().trades()),
                        Map.entry("candles", 1),
                        Map.entry("closed", true),
                        Map.entry("layer", "speed"),
                        Map.entry("as_of", last.asOf()),
                        Map.entry("complete", true));
    }

    @Test
    void shouldServeIndicatorsAndFeaturesBitForBit() throws Exception {
        List<EnrichedBar> bars = all.bars(Interval.FIVE_MINUTES);
        List<JsonObject> indicators =
                rows(serving.json("/api/v1/indicators?symbol=BTCUSDT&interval=5m&layer=speed&limit=5000"));
        for (Indicator indicator : Indicator.values()) {
            assertThat(indicators)
                    .extracting(row -> row.getDouble(indicator.text()))
                    .as(indicator.text())
                    .isEqualTo(bars.stream()
                            .map(bar -> orNull(bar.indicators().get(indicator)))
                            .toList());
        }

        List<JsonObject> features = rows(serving.json("/api/v1/features?symbol=BTCUSDT&layer=speed&limit=5000"));
        for (Feature feature : Feature.values()) {
            assertThat(features)
                    .extracting(row -> row.getDouble(feature.text()))
                    .as(feature.text())
                    .isEqualTo(all.candles().stream()
                            .map(candle -> orNull(candle.features().get(feature)))
                            .toList());
        }
        assertThat(features)
                .extracting(row -> row.getLong("gap_minutes"))
                .isEqualTo(all.candles().stream()
                        .map(candle -> candle.features().gapMinutes())
                        .toList());
    }

    @Test
    void shouldPageFromTheOldestOn() throws Exception {
        JsonArray paged = new JsonArray();
        Object from = 0;
        while (from != null) {
            JsonObject page = serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=97&from=" + from);
            paged.addAll(page.getJsonArray("rows"));
            from = page.getValue("next");
        }

        assertThat(paged)
                .isEqualTo(serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=5000")
                        .getJsonArray("rows"));
    }

    @Test
    void shouldServeTheNewestBeforeAnEnd() throws Exception {
        long end = all.candles().get(50).candle().openTime();

        List<JsonObject> rows = rows(serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=10&to=" + end));

        assertThat(rows)
                .extracting(row -> row.getLong("open_time"))
                .isEqualTo(all.candles().subList(40, 50).stream()
                        .map(candle -> candle.candle().openTime())
                        .toList());
    }

    @Test
    void shouldKnowKWhereTheRangeIsEmpty() throws Exception {
        JsonObject answer = serving.json("/api/v1/candles?symbol=BTCUSDT&interval=1h&from=2030-01-01");

        assertThat(answer.getJsonArray("rows")).isEmpty();
        assertThat(answer.getLong("k")).isEqualTo(LayerDocuments.position(KNOWN));
    }

    @Test
    void shouldNotFindASymbolThatNeitherLayerKnows() throws Exception {
        var response = serving.get("/api/v1/candles?symbol=ETHUSDT&interval=1h");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(response.body()).getString("parameter")).isEqualTo("symbol");
    }

    @Test
    void shouldListSymbolsAndLayers() throws Exception {
        EnrichedCandle last = all.candles().get(599);

        JsonObject symbol =
                serving.json("/api/v1/symbols").getJsonArray("symbols").getJsonObject(0);
        assertThat(symbol.getString("close"))
                .isEqualTo(last.candle().market().close().toPlainString());
        assertThat(symbol.getInteger("partition")).isEqualTo(PARTITION);

        JsonObject layers = serving.json("/api/v1/layers");
        assertThat(layers.getLong("newest_as_of_time")).isEqualTo(last.asOfTime());
        assertThat(layers.getJsonObject("k")).isEqualTo(JsonObject.of("3", LayerDocuments.position(KNOWN)));
        assertThat(layers.getJsonObject("boundary").getLong("1h"))
                .isEqualTo(Candles.START + 8 * Interval.ONE_HOUR.millis());
        assertThat(layers.getValue("log_end")).as("Kafka is away").isNull();
    }

    @Test
    void shouldServeTheLastCheckAgainstTheExchangesOwnBarsWithTheLayers() throws Exception {
        assertThat(serving.json("/api/v1/layers").getValue("check")).isNull();
        JsonObject check = JsonObject.of("holds", true, "equal", 24);

        SERVED.writer().check(check.encode());

        assertThat(serving.json("/api/v1/layers").getJsonObject("check")).isEqualTo(check);
    }

    @Test
    void shouldBeReady() throws Exception {
        assertThat(serving.get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static List<JsonObject> rows(JsonObject answer) {
        return answer.getJsonArray("rows").stream().map(JsonObject.class::cast).toList();
    }
}

package io.cryptolambda.serving.udf;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.serving.testing.ArchiveKlines;
import io.cryptolambda.serving.testing.ServingOverElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chart's requests in the order it makes them, as the protocol is written down. */
class UdfIT {
    private static final long DAY = 86_400L;
    private static final long START = 1_704_067_200L; // 2024-01-01

    @RegisterExtension
    private static final ServingOverElasticsearch SERVED = new ServingOverElasticsearch();

    private static TestServing serving;

    @BeforeAll
    static void start() throws Exception {
        serving = SERVED.serving();
        List<Candle> day = ArchiveFile.of(RealData.dailyZip("BTCUSDT", "1m", "2024-01-01"))
                .orElseThrow()
                .candles("binance");
        List<Candle> log = new ArrayList<>(day);
        Candle late = log.remove(700);
        log.remove(699);
        log.add(705, late);
        LayerDocuments hours = new LayerDocuments(day, 0);
        SERVED.writer()
                .speedCandles(new LayerDocuments(log, 0).candles())
                .speedBars(hours.bars(Interval.ONE_HOUR))
                .flush();
    }

    @Test
    void shouldDrawTheArchiveDay() throws Exception {
        JsonObject config = serving.json("/udf/config");
        assertThat(config.getBoolean("supports_search")).isTrue();
        assertThat(config.getJsonArray("supported_resolutions")).contains("1", "5", "15", "60", "240", "1D");
        JsonArray found =
                new JsonArray(serving.get("/udf/search?query=btc&limit=10").body());
        String ticker = found.getJsonObject(0).getString("ticker");
        JsonObject symbol = serving.json("/udf/symbols?symbol=Binance:" + ticker);
        assertThat(symbol.getInteger("pricescale")).isEqualTo(100);
        assertThat(symbol.getBoolean("has_intraday")).isTrue();

        JsonObject history =
                serving.json("/udf/history?symbol=BTCUSDT&resolution=60&from=" + START + "&to=" + (START + DAY));

        List<ArchiveRow> archive = ArchiveKlines.file("BTCUSDT", "1h", "2024-01-01");
        assertThat(history.getString("s")).isEqualTo("ok");
        assertThat(column(history, "t"))
                .isEqualTo(archive.stream()
                        .map(row -> (int) (row.openTime() / 1000))
                        .toList());
        assertThat(column(history, "o"))
                .isEqualTo(archive.stream()
                        .map(row -> row.market().open().doubleValue())
                        .toList());
        assertThat(column(history, "c"))
                .isEqualTo(archive.stream()
                        .map(row -> row.market().close().doubleValue())
                        .toList());
        assertThat(column(history, "v"))
                .isEqualTo(archive.stream()
                        .map(row -> row.market().volume().doubleValue())
                        .toList());
    }

    @Test
    void shouldPreferTheNumberOfBarsToTheirBeginning() throws Exception {
        JsonObject history =
                serving.json("/udf/history?symbol=BTCUSDT&resolution=60&countback=5&from=0&to=" + (START + DAY / 2));

        assertThat(history.getJsonArray("t")).hasSize(5);
        assertThat(history.getJsonArray("t").getLong(4)).isEqualTo(START + DAY / 2 - 3_600);
    }

    @Test
    void shouldTellWhereTheNewestBarBeforeIs() throws Exception {
        JsonObject none = serving.json(
                "/udf/history?symbol=BTCUSDT&resolution=60&from=" + (START + 2 * DAY) + "&to=" + (START + 3 * DAY));

        assertThat(none.getString("s")).isEqualTo("no_data");
        assertThat(none.getLong("nextTime")).isEqualTo(START + DAY - 3_600);
    }

    @Test
    void shouldMarkOutagesAndLateCandles() throws Exception {
        JsonObject marks =
                serving.json("/udf/marks?symbol=BTCUSDT&resolution=1&from=" + START + "&to=" + (START + DAY));

        assertThat(marks.getJsonArray("label")).contains("R");
        assertThat(column(marks, "time")).contains((int) (START + 700 * 60));
    }

    @Test
    void shouldTellTheTimeAsPlainSeconds() throws Exception {
        assertThat(serving.get("/udf/time").body()).isEqualTo(Long.toString(START + DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/udf/history?symbol=BTCUSDT&resolution=7&from=1&to=2",
                "/udf/history?symbol=BTCUSDT&resolution=60&from=x&to=2",
                "/udf/history?symbol=%3Cscript%3E&resolution=60&from=1&to=2",
                "/udf/history?symbol=BTCUSDT&resolution=60",
                "/udf/symbols?symbol=NOSUCH",
                "/udf/symbols",
            })
    void shouldTellErrorsAsTheProtocolDoes(String path) throws Exception {
        JsonObject error = serving.json(path);

        assertThat(error.getString("s")).isEqualTo("error");
        assertThat(error.getString("errmsg")).isNotEmpty();
    }

    private static List<Object> column(JsonObject answer, String name) {
        return answer.getJsonArray(name).stream().toList();
    }
}

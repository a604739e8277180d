package io.cryptolambda.serving.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.binance.connector.client.impl.SpotClientImpl;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.core.testing.LayerWriter;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.serving.testing.ArchiveKlines;
import io.cryptolambda.serving.testing.NodeClients;
import io.cryptolambda.serving.testing.ServingOverElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real days, fetched by the exchange's own clients and others with only the base address changed. */
class ExchangeClientsIT {
    private static final long DAY = 86_400_000L;
    private static final long START = 1_704_067_200_000L; // 2024-01-01
    private static final long OUTAGE = 1_679_616_000_000L; // 2023-03-24

    @RegisterExtension
    private static final ServingOverElasticsearch SERVED = new ServingOverElasticsearch();

    private static TestServing serving;

    @BeforeAll
    static void start() throws Exception {
        List<Candle> days = new ArrayList<>();
        for (String day : List.of("2024-01-01", "2024-01-02")) {
            days.addAll(candles("BTCUSDT", day));
        }
        serving = SERVED.serving();
        write(new LayerDocuments(days, 0));
        write(new LayerDocuments(candles("ETHUSDT", "2023-03-24"), 1));
    }

    @ParameterizedTest
    @CsvSource({"1m", "15m", "1h", "1d"})
    void shouldServeTheArchiveFilesDigitForDigit(String interval) throws Exception {
        JsonArray archive = ArchiveKlines.rows(ArchiveKlines.file("BTCUSDT", interval, "2024-01-01"));

        JsonArray served = new JsonArray();
        for (long from = START; from < START + DAY; from = last(served) + 1) {
            served.addAll(rows("BTCUSDT", interval, from, START + DAY - 1));
            if (served.size() >= archive.size()) {
                break;
            }
        }

        assertThat(served).isEqualTo(archive);
    }

    @ParameterizedTest
    @CsvSource({"3m, 1m, 3", "30m, 15m, 2", "2h, 1h, 2", "6h, 1h, 6", "8h, 1h, 8", "12h, 1h, 12"})
    void shouldRollUpIntervalsThatAreNotKept(String interval, String of, int count) throws Exception {
        assertThat(rows("BTCUSDT", interval, START, START + DAY - 1))
                .isEqualTo(ArchiveKlines.rolledUp(ArchiveKlines.file("BTCUSDT", of, "2024-01-01"), count));
    }

    @ParameterizedTest
    @CsvSource({
        "1d,  8,      1h,  16, 24",
        "1d,  -1:00,  1h,  1,  24",
        "12h, +05:45, 15m, 25, 48",
        "4h,  -1:00,  1h,  1,  4",
        "1h,  05:30,  15m, 2,  4",
        "1h,  8,      1h,  0,  1",
    })
    void shouldServeTheGridOfATimeZone(String interval, String zone, String of, int skipped, int count)
            throws Exception {
        List<ArchiveRow> bars = new ArrayList<>(ArchiveKlines.file("BTCUSDT", of, "2024-01-01"));
        bars.addAll(ArchiveKlines.file("BTCUSDT", of, "2024-01-02"));
        JsonArray expected = ArchiveKlines.rolledUp(bars.subList(skipped, bars.size()), count);

        JsonArray rows = array("/api/v3/klines?limit=1000&symbol=BTCUSDT&interval=" + interval + "&startTime=" + START
                + "&timeZone=" + zone.replace("+", "%2B"));

        assertThat(new JsonArray(rows.getList().subList(0, expected.size()))).isEqualTo(expected);
        assertThat(rows.size() - expected.size())
                .as("at most a forming one more")
                .isBetween(0, 1);
    }

    @Test
    void shouldRollUpWeeksFromMondayAndMonthsFromTheFirst() throws Exception {
        JsonArray day = rows("BTCUSDT", "1d", START, START + DAY);
        for (String interval : List.of("1w", "1M")) {
            JsonArray rows = array("/api/v3/klines?symbol=BTCUSDT&interval=" + interval);
            assertThat(rows).as(interval).hasSize(1);
            JsonArray row = rows.getJsonArray(0);
            assertThat(row.getLong(0)).as("2024-01-01 was a Monday").isEqualTo(START);
            long end = interval.equals("1w") ? 7 * DAY : 31 * DAY;
            assertThat(row.getLong(6)).as("planned: it is open").isEqualTo(START + end - 1);
            assertThat(row.getString(1)).isEqualTo(day.getJsonArray(0).getString(1));
            assertThat(row.getString(4)).isEqualTo(day.getJsonArray(1).getString(4));
            assertThat(new BigDecimal(row.getString(5)))
                    .isEqualTo(new BigDecimal(day.getJsonArray(0).getString(5))
                            .add(new BigDecimal(day.getJsonArray(1).getString(5))));
        }
    }

    @Test
    void shouldServeAnOutageAsTheExchangeDoes() throws Exception {
        assertThat(rows("ETHUSDT", "1h", OUTAGE, OUTAGE + DAY - 1))
                .isEqualTo(ArchiveKlines.rows(ArchiveKlines.file("ETHUSDT", "1h", "2023-03-24")));
    }

    @Test
    void shouldServeTheExchangesOwnJavaClient() throws Exception {
        SpotClientImpl client = new SpotClientImpl(serving.address().toString());
        Map<String, Object> query = new LinkedHashMap<>(Map.of("symbol", "BTCUSDT", "interval", "1h"));
        query.put("startTime", START);
        query.put("endTime", START + DAY - 1);

        assertThat(new JsonArray(client.createMarket().klines(query))).isEqualTo(archiveHours());
        assertThat(new JsonArray(client.createMarket().uiKlines(query))).isEqualTo(archiveHours());
        assertThat(new JsonObject(client.createMarket().ticker24H(new LinkedHashMap<>(Map.of("symbol", "BTCUSDT"))))
                        .getString("symbol"))
                .isEqualTo("BTCUSDT");
        assertThat(client.createMarket().ping()).isEqualTo("{}");
    }

    @Test
    void shouldServeClientsOfNode() throws Exception {
        JsonObject query = new JsonObject()
                .put("symbol", "BTCUSDT")
                .put("interval", "1h")
                .put("startTime", START)
                .put("endTime", START + DAY - 1)
                .put("limit", 24);

        JsonObject fetched =
                new JsonObject(NodeClients.run("clients.cjs", serving.address().toString(), query.encode()));

        JsonArray hours = archiveHours();
        assertThat(fetched.getJsonObject("spot").getJsonArray("rows")).isEqualTo(hours);
        assertThat(fetched.getJsonObject("spot").getJsonArray("ui")).isEqualTo(hours);
        assertThat(fetched.getJsonObject("spot").getJsonArray("symbols")).isEqualTo(JsonArray.of("BTCUSDT"));
        assertThat(fetched.getJsonObject("spot").getString("refused")).contains("Invalid symbol");
        assertThat(text(fetched.getJsonObject("ccxt").getJsonArray("rows"))).isEqualTo(text(hours));
        JsonArray candles = fetched.getJsonObject("ccxt").getJsonArray("candles");
        assertThat(candles).hasSize(24);
        for (int i = 0; i < 24; i++) {
            assertThat(candles.getJsonArray(i).getDouble(4))
                    .isEqualTo(Double.parseDouble(hours.getJsonArray(i).getString(4)));
        }
        assertThat(fetched.getJsonObject("ccxt").getDouble("last"))
                .isEqualTo(Double.parseDouble(rows("BTCUSDT", "1d", START + DAY, START + DAY)
                        .getJsonArray(0)
                        .getString(4)));
    }

    @Test
    void shouldTellTheTickerOfTheLastDay() throws Exception {
        JsonArray day = rows("BTCUSDT", "1d", START + DAY, START + DAY).getJsonArray(0);
        JsonObject ticker = serving.json("/api/v3/ticker/24hr?symbol=BTCUSDT");

        assertThat(ticker.getString("openPrice")).isEqualTo(day.getString(1));
        assertThat(ticker.getString("highPrice")).isEqualTo(day.getString(2));
        assertThat(ticker.getString("lowPrice")).isEqualTo(day.getString(3));
        assertThat(ticker.getString("lastPrice")).isEqualTo(day.getString(4));
        assertThat(ticker.getString("volume")).isEqualTo(day.getString(5));
        assertThat(ticker.getLong("openTime")).isEqualTo(day.getLong(0));
        assertThat(ticker.getLong("closeTime")).isEqualTo(day.getLong(6));
        assertThat(ticker.getString("prevClosePrice"))
                .isEqualTo(rows("BTCUSDT", "1d", START, START).getJsonArray(0).getString(4));
        assertThat(array("/api/v3/ticker/24hr?type=MINI")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "interval=1h,                                   -1102",
        "symbol=&interval=1h,                           -1105",
        "symbol=NOSUCH&interval=1h,                     -1121",
        "symbol=BTC%2FUSDT&interval=1h,                 -1100",
        "symbol=BTCUSDT,                                -1102",
        "symbol=BTCUSDT&interval=1H,                    -1120",
        "symbol=BTCUSDT&interval=1h&startTime=x,        -1100",
        "symbol=BTCUSDT&interval=1h&limit=0,            -1130",
        "symbol=BTCUSDT&symbol=ETHUSDT&interval=1h,     -1101",
        "symbol=BTCUSDT&interval=1h&timeZone=15,        -1130",
    })
    void shouldRefuseAsTheExchangeDoes(String query, int code) throws Exception {
        HttpResponse<String> response = serving.get("/api/v3/klines?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getInteger("code")).isEqualTo(code);
    }

    @Test
    void shouldClampAndCountAsTheExchangeDoes() throws Exception {
        HttpResponse<String> response = serving.get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=5000");

        assertThat(new JsonArray(response.body())).hasSize(1_000);
        assertThat(Integer.parseInt(
                        response.headers().firstValue("X-MBX-USED-WEIGHT-1M").orElseThrow()))
                .isPositive();
        assertThat(array("/api/v3/klines?symbol=BTCUSDT&interval=1m")).hasSize(500);
        HttpResponse<String> micros =
                serving.get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=1", "X-MBX-TIME-UNIT", "MICROSECOND");
        assertThat(new JsonArray(micros.body()).getJsonArray(0).getLong(6) % 1_000_000)
                .isEqualTo(999_999);
    }

    @Test
    void shouldTellTheTimeOfTheData() throws Exception {
        assertThat(serving.json("/api/v3/time").getLong("serverTime")).isEqualTo(START + 2 * DAY);
        assertThat(serving.json("/api/v3/exchangeInfo").getJsonArray("symbols")).hasSize(2);
    }

    private static JsonArray archiveHours() throws Exception {
        return ArchiveKlines.rows(ArchiveKlines.file("BTCUSDT", "1h", "2024-01-01"));
    }

    /** Every value as text: the client makes strings of all numbers. */
    private static List<List<String>> text(JsonArray rows) {
        return rows.stream()
                .map(row -> ((JsonArray) row).stream().map(Object::toString).toList())
                .toList();
    }

    private static List<Candle> candles(String symbol, String day) throws Exception {
        return ArchiveFile.of(RealData.dailyZip(symbol, "1m", day))
                .orElseThrow()
                .candles("binance");
    }

    private static void write(LayerDocuments documents) throws Exception {
        LayerWriter writer = SERVED.writer().speedCandles(documents.candles());
        for (Interval interval : Interval.ROLLED_UP) {
            writer.speedBars(documents.bars(interval));
        }
        writer.flush();
    }

    private static JsonArray rows(String symbol, String interval, long from, long to) throws Exception {
        return array("/api/v3/klines?limit=1000&symbol=" + symbol + "&interval=" + interval + "&startTime=" + from
                + "&endTime=" + to);
    }

    private static JsonArray array(String path) throws Exception {
        return new JsonArray(serving.get(path).body());
    }

    private static long last(JsonArray rows) {
        return rows.getJsonArray(rows.size() - 1).getLong(0);
    }
}

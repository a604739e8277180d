package io.cryptolambda.serving.binance.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.binance.connector.client.impl.WebSocketStreamClientImpl;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.core.testing.LayerWriter;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.serving.testing.ArchiveKlines;
import io.cryptolambda.serving.testing.NodeClients;
import io.cryptolambda.serving.testing.ServingOverElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real hour, minute by minute, as the exchange's own clients are told it with only the base address changed. */
class ExchangeStreamClientsIT {
    private static final String DAY = "2024-01-01";
    private static final int HOUR = 60;

    @RegisterExtension
    private static final ServingOverElasticsearch SERVED = new ServingOverElasticsearch();

    private static TestServing serving;
    private static List<Candle> day;

    @BeforeAll
    static void start() throws Exception {
        day = ArchiveFile.of(RealData.dailyZip("BTCUSDT", "1m", DAY))
                .orElseThrow()
                .candles("binance");
        serving = SERVED.serving();
        LayerDocuments hour = new LayerDocuments(day.subList(0, HOUR), 0);
        LayerWriter writer = SERVED.writer().speedCandles(hour.candles());
        for (Interval interval : Interval.ROLLED_UP) {
            writer.speedBars(hour.bars(interval));
        }
        writer.flush();
    }

    @Test
    void shouldTellTheExchangesOwnJavaClientEveryKlineOfAnHour() throws Exception {
        WebSocketStreamClientImpl client =
                new WebSocketStreamClientImpl(serving.address().toString().replaceFirst("http", "ws"));
        List<JsonObject> fives = new CopyOnWriteArrayList<>();
        List<JsonObject> combined = new CopyOnWriteArrayList<>();
        try {
            client.klineStream("BTCUSDT", "5m", text -> fives.add(new JsonObject(text)));
            client.combineStreams(
                    new ArrayList<>(List.of("btcusdt@kline_1m", "btcusdt@kline_30m", "btcusdt@kline_1h@+08:00")),
                    text -> combined.add(new JsonObject(text)));
            Awaitility.await().until(() -> serving.metric("serving_streams") == 2);
            for (int minute = HOUR; minute < 2 * HOUR; minute++) {
                publish(minute);
                int sent = minute - HOUR + 1;
                // A roll-up reads the view, and tells the newest of what came meanwhile: let it have each minute.
                Awaitility.await()
                        .until(() -> fives.size() == sent
                                && of(combined, "btcusdt@kline_1m").size() == sent
                                && of(combined, "btcusdt@kline_1h@+08:00").size() == sent
                                && of(combined, "btcusdt@kline_30m").size() == sent);
            }
        } finally {
            client.closeAllConnections();
        }

        assertThat(fives).allMatch(event -> event.getString("e").equals("kline"));
        List<ArchiveRow> minutes = ArchiveKlines.file("BTCUSDT", "1m", DAY).subList(HOUR, 2 * HOUR);
        assertThat(closed(fives)).isEqualTo(ArchiveKlines.rolledUp(minutes, 5));
        assertThat(fives).hasSize(HOUR).filteredOn(event -> !isClosed(event)).hasSize(HOUR - 12);
        assertThat(closed(of(combined, "btcusdt@kline_1m"))).isEqualTo(ArchiveKlines.rows(minutes));
        assertThat(closed(of(combined, "btcusdt@kline_1h@+08:00")))
                .isEqualTo(ArchiveKlines.rows(
                        ArchiveKlines.file("BTCUSDT", "1h", DAY).subList(1, 2)));
        List<ArchiveRow> quarters = ArchiveKlines.file("BTCUSDT", "15m", DAY).subList(4, 8);
        assertThat(closed(of(combined, "btcusdt@kline_30m"))).isEqualTo(ArchiveKlines.rolledUp(quarters, 2));
    }

    @Test
    void shouldTellAClientOfNodeThatSubscribes() throws Exception {
        ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
        try {
            CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> {
                try {
                    return NodeClients.run("streams.cjs", serving.address().toString());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            // Again and again, for it is not known when the client listens; what it is told it is told once.
            publisher.scheduleWithFixedDelay(() -> publish(5 * HOUR), 0, 200, TimeUnit.MILLISECONDS);
            JsonArray candle = new JsonArray(told.get(5, TimeUnit.MINUTES));

            Candle minute = day.get(5 * HOUR);
            assertThat(candle.getLong(0)).isEqualTo(minute.openTime());
            assertThat(candle.getDouble(4)).isEqualTo(minute.market().close().doubleValue());
        } finally {
            publisher.shutdownNow();
        }
    }

    /** A minute closes, and with it every bar changes that it is in. */
    private static void publish(int minute) {
        LayerDocuments known = new LayerDocuments(day.subList(minute - minute % 240, minute + 1), 0);
        List<byte[]> values = new ArrayList<>();
        values.add(EnrichedCandleJson.write(last(known.candles())));
        for (Interval interval : Interval.ROLLED_UP) {
            values.add(EnrichedBarJson.write(last(known.bars(interval))));
        }
        serving.publish(values);
    }

    private static List<JsonObject> of(List<JsonObject> combined, String stream) {
        return combined.stream()
                .filter(event -> event.getString("stream").equals(stream))
                .map(event -> event.getJsonObject("data"))
                .toList();
    }

    private static boolean isClosed(JsonObject event) {
        return event.getJsonObject("k").getBoolean("x");
    }

    /** The closed klines as rows of REST. */
    private static JsonArray closed(List<JsonObject> events) {
        JsonArray rows = new JsonArray();
        events.stream().filter(ExchangeStreamClientsIT::isClosed).forEach(event -> {
            JsonArray row = new JsonArray();
            List.of("t", "o", "h", "l", "c", "v", "T", "q", "n", "V", "Q", "B")
                    .forEach(field -> row.add(event.getJsonObject("k").getValue(field)));
            rows.add(row);
        });
        return rows;
    }

    private static <T> T last(List<T> documents) {
        return documents.get(documents.size() - 1);
    }
}

package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The exchange's own candles of an interval, and ours, as open time to the nine market values, digit for digit. */
final class ExchangeRows {
    private ExchangeRows() {}

    /** What the exchange published for the given days. */
    static Map<Long, List<String>> archived(String symbol, String interval, List<String> days) {
        Map<Long, List<String>> rows = new TreeMap<>();
        for (String day : days) {
            for (ArchiveRow row : read(symbol, interval, day)) {
                rows.put(row.openTime(), values(row));
            }
        }
        return rows;
    }

    /** What the API serves from {@code from} to before {@code to}. */
    static Map<Long, List<String>> served(
            Api api, String symbol, String interval, String layer, String from, String to) {
        JsonNode answer = api.get("/api/v1/candles?symbol=" + symbol + "&interval=" + interval + "&layer=" + layer
                + "&from=" + from + "&to=" + to + "&limit=1000");
        Map<Long, List<String>> rows = new TreeMap<>();
        StreamSupport.stream(answer.required("rows").spliterator(), false)
                .forEach(row -> rows.put(row.required("open_time").longValue(), values(row)));
        return rows;
    }

    /** The raw record of one minute of a day, as ingest would write it. */
    static ObjectNode raw(String symbol, String day, int minute) {
        Candle candle = read(symbol, "1m", day).get(minute).candle("binance", symbol);
        try {
            return (ObjectNode) new ObjectMapper().readTree(CandleJson.write(candle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ArchiveRow> read(String symbol, String interval, String day) {
        try {
            return ArchiveFile.of(RealData.dailyZip(symbol, interval, day))
                    .orElseThrow()
                    .rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(ArchiveRow row) {
        return List.of(
                row.market().open().toPlainString(),
                row.market().high().toPlainString(),
                row.market().low().toPlainString(),
                row.market().close().toPlainString(),
                row.market().volume().toPlainString(),
                row.market().quoteVolume().toPlainString(),
                String.valueOf(row.market().trades()),
                row.market().takerBuyVolume().toPlainString(),
                row.market().takerBuyQuoteVolume().toPlainString());
    }

    private static List<String> values(JsonNode row) {
        List<String> values = new ArrayList<>();
        for (String field : List.of(
                "open",
                "high",
                "low",
                "close",
                "volume",
                "quote_volume",
                "trades",
                "taker_buy_volume",
                "taker_buy_quote_volume")) {
            values.add(row.required(field).asText());
        }
        return values;
    }
}

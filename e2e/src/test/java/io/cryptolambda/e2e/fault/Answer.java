package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client of {@code /api/v1/candles} was told.
 *
 * @param symbol whose
 * @param interval of which length
 * @param stale whether it said that it is not up to date
 * @param rows oldest first
 */
record Answer(String symbol, Interval interval, boolean stale, List<Row> rows) {
    /**
     * @param openTime epoch milliseconds UTC
     * @param asOf knowledge position
     * @param values the nine market values
     */
    record Row(long openTime, long asOf, MarketValues values) {}

    static Answer of(String symbol, Interval interval, JsonNode body) {
        List<Row> rows = new ArrayList<>();
        body.path("rows").forEach(row -> rows.add(row(row)));
        return new Answer(symbol, interval, body.path("stale").asBoolean(), List.copyOf(rows));
    }

    private static Row row(JsonNode row) {
        return new Row(
                row.path("open_time").asLong(),
                row.path("as_of").asLong(),
                new MarketValues(
                        decimal(row, "open"),
                        decimal(row, "high"),
                        decimal(row, "low"),
                        decimal(row, "close"),
                        decimal(row, "volume"),
                        decimal(row, "quote_volume"),
                        row.path("trades").asLong(),
                        decimal(row, "taker_buy_volume"),
                        decimal(row, "taker_buy_quote_volume")));
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asText());
    }
}

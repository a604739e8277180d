package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.e2e.Api;
import java.math.BigDecimal;
import java.util.TreeMap;

/** The candles that the simulator itself says it has closed, asked page by page as any client would. */
final class ExchangeCandles {
    private static final int PAGE = 1_000;
    private static final long MINUTE = 60_000;

    private ExchangeCandles() {}

    /** Open time to market values, of the candles that closed before {@code until}, epoch milliseconds UTC. */
    static TreeMap<Long, MarketValues> of(Api exchange, String symbol, long until) {
        TreeMap<Long, MarketValues> candles = new TreeMap<>();
        long from = exchange.get("/simulator/status").path("history_from").asLong();
        while (true) {
            JsonNode page = exchange.get("/api/v3/klines?symbol=" + symbol + "&interval=1m&limit=" + PAGE
                    + "&startTime=" + from + "&endTime=" + (until - 1));
            for (JsonNode row : page) {
                if (row.path(0).asLong() + MINUTE <= until) {
                    candles.put(row.path(0).asLong(), values(row));
                }
            }
            if (page.size() < PAGE) {
                return candles;
            }
            from = page.path(PAGE - 1).path(0).asLong() + MINUTE;
        }
    }

    private static MarketValues values(JsonNode row) {
        return new MarketValues(
                decimal(row, 1),
                decimal(row, 2),
                decimal(row, 3),
                decimal(row, 4),
                decimal(row, 5),
                decimal(row, 7),
                row.path(8).asLong(),
                decimal(row, 9),
                decimal(row, 10));
    }

    private static BigDecimal decimal(JsonNode row, int column) {
        return new BigDecimal(row.path(column).asText());
    }
}

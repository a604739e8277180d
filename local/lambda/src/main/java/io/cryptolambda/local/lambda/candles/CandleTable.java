package io.cryptolambda.local.lambda.candles;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Symbols;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of {@code /candles} as a table: numbers to the right, everything as wide as its widest value. */
final class CandleTable {
    private static final List<String> COLUMNS =
            List.of("symbol", "exchange", "ts_iso", "open", "high", "low", "close", "volume");
    private static final int TEXT_COLUMNS = 3;

    private CandleTable() {}

    static void print(String symbol, Iterable<JsonNode> rows, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS);
        rows.forEach(row -> lines.add(line(symbol, row)));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            int at = column;
            widths.add(
                    lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0));
        }
        out.println(text(lines.get(0), widths));
        out.println(widths.stream().map("-"::repeat).collect(Collectors.joining("-+-")));
        lines.stream().skip(1).forEach(line -> out.println(text(line, widths)));
    }

    private static List<String> line(String symbol, JsonNode row) {
        return List.of(
                Symbols.pair(symbol),
                row.path("exchange").asText("binance"),
                Instant.ofEpochMilli(row.required("open_time").longValue()).toString(),
                row.required("open").asText(),
                row.required("high").asText(),
                row.required("low").asText(),
                row.required("close").asText(),
                row.required("volume").asText());
    }

    private static String text(List<String> line, List<Integer> widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < line.size(); column++) {
            String side = column < TEXT_COLUMNS ? "-" : "";
            cells.add(String.format("%" + side + widths.get(column) + "s", line.get(column)));
        }
        return String.join(" | ", cells).stripTrailing();
    }
}

package io.cryptolambda.serving.api;

import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.view.Served;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be asked for by rows: which intervals have it, and which document fields a row shows, in order. */
enum Resource {
    CANDLES(
            Arrays.asList(Interval.values()),
            Stream.of(
                    "open_time",
                    "close_time",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "quote_volume",
                    "taker_buy_volume",
                    "taker_buy_quote_volume",
                    "trades",
                    "candles",
                    "closed")),
    INDICATORS(
            Interval.ROLLED_UP,
            concat(
                    Stream.of("open_time"),
                    Arrays.stream(Indicator.values()).map(Indicator::text),
                    Stream.of("closed"))),
    FEATURES(
            List.of(Interval.ONE_MINUTE),
            concat(
                    Stream.of("open_time"),
                    Arrays.stream(Feature.values()).map(Feature::text),
                    Stream.of("gap_minutes", "lookback")));

    private final List<Interval> intervals;
    private final List<String> fields;
    private final List<String> columns;

    Resource(List<Interval> intervals, Stream<String> fields) {
        this.intervals = intervals;
        this.fields = fields.toList();
        this.columns = concat(this.fields.stream(), Stream.of("layer", "as_of", "complete"), Stream.empty())
                .toList();
    }

    private static Stream<String> concat(Stream<String> first, Stream<String> then, Stream<String> last) {
        return Stream.concat(first, Stream.concat(then, last));
    }

    String path() {
        return "/api/v1/" + name().toLowerCase(Locale.ROOT);
    }

    List<Interval> intervals() {
        return intervals;
    }

    List<String> fields() {
        return fields;
    }

    /** What a row can show: the fields, and where it comes from. */
    List<String> columns() {
        return columns;
    }

    /** The row of a document, with all columns or the chosen ones. */
    JsonObject row(Interval interval, Served served, List<String> chosen) {
        JsonObject row = new JsonObject();
        cells(interval, served, chosen, row::put);
        return row;
    }

    /** Gives a row, cell by cell: all columns or the chosen ones. */
    <E extends Exception> void cells(Interval interval, Served served, List<String> chosen, Cells<E> cells) throws E {
        for (String column : chosen.isEmpty() ? columns : chosen) {
            cells.accept(column, value(column, interval, served));
        }
        if (chosen.isEmpty() && served.provisional()) {
            cells.accept("provisional", true);
        }
    }

    /** Takes cells. */
    interface Cells<E extends Exception> {
        void accept(String column, Object value) throws E;
    }

    private Object value(String column, Interval interval, Served served) {
        // Only closed candles enter the log; their documents need not say so.
        boolean minute = this == CANDLES && interval == Interval.ONE_MINUTE;
        return switch (column) {
            case "layer" -> served.layer().text();
            case "as_of" -> served.document().asOf();
            case "complete" -> served.document().complete();
            case "candles" -> minute ? Integer.valueOf(1) : field(served, column);
            case "closed" -> minute ? Boolean.TRUE : field(served, column);
            default -> field(served, column);
        };
    }

    private static Object field(Served served, String name) {
        return served.document().fields().getValue(name);
    }
}

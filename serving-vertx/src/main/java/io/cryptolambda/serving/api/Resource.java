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

    private static final List<String> ORIGIN = List.of("layer", "as_of", "complete");

    private final List<Interval> intervals;
    private final List<String> fields;

    Resource(List<Interval> intervals, Stream<String> fields) {
        this.intervals = intervals;
        this.fields = fields.toList();
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
        return Stream.concat(fields.stream(), ORIGIN.stream()).toList();
    }

    /** The row of a document, with all columns or the chosen ones. */
    JsonObject row(Interval interval, Served served, List<String> chosen) {
        JsonObject row = row(interval, served);
        if (chosen.isEmpty()) {
            return row;
        }
        JsonObject part = new JsonObject();
        chosen.forEach(column -> part.put(column, row.getValue(column)));
        return part;
    }

    /** The row of a document. */
    JsonObject row(Interval interval, Served served) {
        JsonObject source = served.document().fields();
        JsonObject row = new JsonObject();
        for (String field : fields) {
            row.put(field, source.getValue(field));
        }
        if (this == CANDLES && interval == Interval.ONE_MINUTE) {
            // Only closed candles enter the log; their documents need not say so.
            row.put("candles", 1).put("closed", true);
        }
        row.put("layer", served.layer().text())
                .put("as_of", served.document().asOf())
                .put("complete", served.document().complete());
        return served.provisional() ? row.put("provisional", true) : row;
    }
}

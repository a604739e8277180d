package io.cryptolambda.serving.api;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Range;
import io.cryptolambda.serving.view.ViewRequest;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/**
 * A valid request for rows.
 *
 * @param symbol the exchange's symbol; whether it exists is not known yet
 * @param interval one that the resource has
 * @param range open times and limit
 * @param view which layers
 * @param fields the fields wanted of each row, in order; empty for all
 * @param cursor where the page begins; empty for a first page
 * @param format how it is written
 */
record Query(
        String symbol,
        Interval interval,
        Range range,
        LayerView view,
        List<String> fields,
        Optional<Cursor> cursor,
        Format format) {
    static final int DEFAULT_LIMIT = 500;
    static final int MAX_LIMIT = 5_000;

    static final List<String> PARAMETERS =
            List.of("symbol", "interval", "from", "to", "limit", "layer", "fields", "cursor", "format");

    /**
     * Checks every parameter.
     *
     * @param accept the Accept header; null if there is none
     * @throws InvalidParameterException naming the first parameter that is not accepted
     */
    static Query parse(MultiMap given, String accept, Resource resource) {
        Parameters parameters = new Parameters(given, PARAMETERS);
        Optional<Cursor> cursor = parameters.text("cursor").map(Cursor::parse);
        return new Query(
                symbol(parameters),
                interval(parameters, resource),
                range(parameters, cursor),
                view(parameters),
                parameters.list("fields", resource.columns()),
                cursor,
                Format.of(parameters, accept));
    }

    /** What to read for it. */
    ViewRequest view(Resource resource) {
        return new ViewRequest(view, symbol, interval, range, resource.fields());
    }

    static String symbol(Parameters parameters) {
        return parameters
                .text("symbol")
                .filter(Symbols::isValid)
                .orElseThrow(() -> new InvalidParameterException(
                        "symbol",
                        "symbol is missing or is not a symbol",
                        List.of("1 to " + Symbols.MAX_LENGTH + " letters or digits, such as BTCUSDT")));
    }

    private static Interval interval(Parameters parameters, Resource resource) {
        List<String> accepted =
                resource.intervals().stream().map(Interval::text).toList();
        Optional<String> given = parameters.text("interval");
        if (given.isEmpty() && accepted.size() == 1) {
            return resource.intervals().get(0);
        }
        return given.filter(accepted::contains)
                .map(Interval::parse)
                .orElseThrow(() -> new InvalidParameterException(
                        "interval", "interval is missing or not available here", accepted));
    }

    private static Range range(Parameters parameters, Optional<Cursor> cursor) {
        Long from = parameters.time("from").orElse(null);
        Long to = parameters.time("to").orElse(null);
        if (from != null && to != null && from > to) {
            throw new InvalidParameterException("to", "to is before from", List.of("a time not before from"));
        }
        int limit = parameters.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        return cursor.map(at -> range(from, to, limit, at)).orElseGet(() -> new Range(from, to, limit));
    }

    private static Range range(Long from, Long to, int limit, Cursor at) {
        if ((from != null && at.openTime() < from) || (to != null && at.openTime() > to)) {
            throw new InvalidParameterException(
                    "cursor", "the cursor is outside of from and to", List.of("the same from and to on every page"));
        }
        return at.forward() ? new Range(at.openTime(), to, limit, true) : new Range(from, at.openTime(), limit, false);
    }

    private static LayerView view(Parameters parameters) {
        String text = parameters.text("layer").orElse(LayerView.MERGED.text());
        return LayerView.parse(text)
                .orElseThrow(
                        () -> new InvalidParameterException("layer", "there is no such layer", LayerView.accepted()));
    }
}

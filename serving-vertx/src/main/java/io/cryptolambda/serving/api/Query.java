package io.cryptolambda.serving.api;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Range;
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
 */
record Query(String symbol, Interval interval, Range range, LayerView view) {
    static final int DEFAULT_LIMIT = 500;
    static final int MAX_LIMIT = 5_000;

    private static final List<String> PARAMETERS = List.of("symbol", "interval", "from", "to", "limit", "layer");

    /** @throws InvalidParameterException naming the first parameter that is not accepted */
    static Query parse(MultiMap given, Resource resource) {
        Parameters parameters = new Parameters(given, PARAMETERS);
        return new Query(symbol(parameters), interval(parameters, resource), range(parameters), view(parameters));
    }

    private static String symbol(Parameters parameters) {
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

    private static Range range(Parameters parameters) {
        Long from = parameters.time("from").orElse(null);
        Long to = parameters.time("to").orElse(null);
        if (from != null && to != null && from > to) {
            throw new InvalidParameterException("to", "to is before from", List.of("a time not before from"));
        }
        return new Range(from, to, parameters.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT));
    }

    private static LayerView view(Parameters parameters) {
        String text = parameters.text("layer").orElse(LayerView.MERGED.text());
        return LayerView.parse(text)
                .orElseThrow(
                        () -> new InvalidParameterException("layer", "there is no such layer", LayerView.accepted()));
    }
}

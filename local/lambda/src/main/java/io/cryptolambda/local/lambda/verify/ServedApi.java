package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Interval;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The HTTP API as a client sees it: merged rows, page by page. */
public final class ServedApi {
    private static final Set<String> DERIVED = Set.of("gap_minutes", "lookback");
    private static final int PAGE = 5_000;

    private final String serving;
    private final Function<URI, JsonNode> get;

    /**
     * @param serving base address
     * @param get what sends a request
     */
    ServedApi(String serving, Function<URI, JsonNode> get) {
        this.serving = serving;
        this.get = get;
    }

    /** The symbols there are documents of, each with its partition of the raw topic. */
    SortedMap<String, Integer> symbols() {
        SortedMap<String, Integer> symbols = new TreeMap<>();
        get.apply(URI.create(serving + "/api/v1/symbols"))
                .required("symbols")
                .forEach(symbol -> symbols.put(
                        symbol.required("symbol").textValue(),
                        symbol.required("partition").intValue()));
        return symbols;
    }

    /** Per partition the position up to which the batch run being served knows, exclusive; empty before any run. */
    SortedMap<Integer, Long> k() {
        SortedMap<Integer, Long> k = new TreeMap<>();
        get.apply(URI.create(serving + "/api/v1/layers"))
                .path("k")
                .properties()
                .forEach(end ->
                        k.put(Integer.valueOf(end.getKey()), end.getValue().longValue()));
        return k;
    }

    /** The oldest open time, epoch milliseconds UTC, of which 1-minute rows are served; 0 if all are. */
    long retainedFrom() {
        return get.apply(URI.create(serving + "/api/v1/layers"))
                .path("retained_from")
                .asLong(0);
    }

    /** All rows of {@code /candles} with an open time from {@code from} to before {@code to}, oldest first. */
    Iterator<ServedRow> candles(String symbol, Interval interval, long from, long to) {
        return rows("candles", symbol, interval, from, to);
    }

    /** All rows of {@code /features} for one minute, else of {@code /indicators}, from an open time on, oldest first. */
    Iterator<ServedRow> derived(String symbol, Interval interval, long from, long to) {
        return rows(resource(interval), symbol, interval, from, to);
    }

    /** What {@code layer} by itself holds where something is different. */
    LayerValue held(Difference difference, String layer) {
        boolean derived = difference.field().equals(resource(difference.interval()))
                || Feature.find(difference.field()) != null
                || Indicator.find(difference.field()) != null
                || DERIVED.contains(difference.field());
        String resource = derived ? resource(difference.interval()) : "candles";
        JsonNode row = get.apply(URI.create(query(resource, difference.symbol(), difference.interval()) + "&layer="
                        + layer + "&from=" + difference.openTime() + "&to=" + (difference.openTime() + 1)))
                .required("rows")
                .path(0);
        if (row.isMissingNode()) {
            return new LayerValue(null, null);
        }
        JsonNode value = row.get(difference.field());
        return new LayerValue(
                value == null ? "a document" : value.asText(),
                row.required("as_of").longValue());
    }

    /** Which resource has what is derived from candles of this length. */
    public static String resource(Interval interval) {
        return interval == Interval.ONE_MINUTE ? "features" : "indicators";
    }

    private Iterator<ServedRow> rows(String resource, String symbol, Interval interval, long from, long to) {
        String query = query(resource, symbol, interval) + "&limit=" + PAGE + (to == Long.MAX_VALUE ? "" : "&to=" + to)
                + "&from=";
        return Stream.iterate(page(query, from), page -> page != null, page -> next(query, page))
                .flatMap(page -> StreamSupport.stream(page.required("rows").spliterator(), false))
                .map(ServedRow::new)
                .iterator();
    }

    private String query(String resource, String symbol, Interval interval) {
        return serving + "/api/v1/" + resource + "?symbol=" + encoded(symbol) + "&interval=" + interval.text();
    }

    private JsonNode page(String query, long from) {
        return get.apply(URI.create(query + from));
    }

    private JsonNode next(String query, JsonNode page) {
        JsonNode next = page.required("next");
        return next.isNull() ? null : page(query, next.longValue());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package io.cryptolambda.serving.view;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Lists the symbols that have 1-minute documents, with what is newest of each. */
public final class SymbolReader {
    /** Most symbols listed; {@link Symbols#truncated} tells where there are more. */
    public static final int LIMIT = 2_000;

    private final Elasticsearch elasticsearch;

    /**
     * The answer.
     *
     * @param symbols in order of name
     * @param truncated whether there are more than {@value #LIMIT}
     */
    public record Symbols(List<SymbolSummary> symbols, boolean truncated) {}

    public SymbolReader(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** The symbols of both layers; fails with {@link ViewUnavailableException}. */
    public Future<Symbols> both() {
        return read(List.of(Indices.speedPattern(Interval.ONE_MINUTE), Indices.batchAlias(Interval.ONE_MINUTE)));
    }

    /** The symbols of the speed layer; fails with {@link ViewUnavailableException}. */
    public Future<Symbols> speed() {
        return read(List.of(Indices.speedPattern(Interval.ONE_MINUTE)));
    }

    private Future<Symbols> read(List<String> indices) {
        return elasticsearch.search(indices, body()).map(SymbolReader::symbols);
    }

    // Of two documents of one candle the one that knows more has its newest close, whichever layer it is of. Terms in
    // order of key, not of count, are exact however many shards there are.
    private static JsonObject body() {
        JsonObject newest = new JsonObject()
                .put("size", 1)
                .put("_source", new JsonArray(List.of("open_time", "close", "partition")))
                .put("sort", new JsonArray().add(descending("open_time")).add(descending("as_of")));
        JsonObject bySymbol = new JsonObject()
                .put(
                        "terms",
                        new JsonObject()
                                .put("field", "symbol")
                                .put("size", LIMIT)
                                .put("order", new JsonObject().put("_key", "asc")))
                .put(
                        "aggs",
                        new JsonObject()
                                .put("newest", new JsonObject().put("top_hits", newest))
                                .put("as_of_time", max("as_of_time")));
        return new JsonObject()
                .put("size", 0)
                .put("track_total_hits", false)
                .put("aggs", new JsonObject().put("symbols", bySymbol));
    }

    private static JsonObject max(String field) {
        return new JsonObject().put("max", new JsonObject().put("field", field));
    }

    private static JsonObject descending(String field) {
        return new JsonObject().put(field, new JsonObject().put("order", "desc"));
    }

    private static Symbols symbols(JsonObject answer) {
        JsonObject aggregations = answer.getJsonObject("aggregations");
        if (aggregations == null) {
            return new Symbols(List.of(), false); // no index exists yet
        }
        JsonObject terms = aggregations.getJsonObject("symbols");
        List<SymbolSummary> symbols = terms.getJsonArray("buckets").stream()
                .map(bucket -> summary((JsonObject) bucket))
                .toList();
        return new Symbols(symbols, terms.getLong("sum_other_doc_count", 0L) > 0);
    }

    private static SymbolSummary summary(JsonObject bucket) {
        JsonObject newest = bucket.getJsonObject("newest")
                .getJsonObject("hits")
                .getJsonArray("hits")
                .getJsonObject(0)
                .getJsonObject("_source");
        return new SymbolSummary(
                bucket.getString("key"),
                newest.getInteger("partition"),
                newest.getLong("open_time"),
                newest.getString("close"),
                bucket.getJsonObject("as_of_time").getDouble("value").longValue());
    }
}

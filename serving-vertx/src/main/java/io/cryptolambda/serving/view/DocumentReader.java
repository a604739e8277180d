package io.cryptolambda.serving.view;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the documents of a symbol from either layer. */
final class DocumentReader {
    private static final List<String> NEEDED = List.of("open_time", "as_of", "partition", "complete");

    // Whole documents cost Elasticsearch half of the time, and several times the memory here.
    private static final int MOST_WHOLE = 1_000;

    private final Elasticsearch elasticsearch;

    DocumentReader(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Documents of the speed layer, one more than the range's limit, from the end that the range begins at. */
    Future<List<Document>> speed(String symbol, Interval interval, Range range, List<String> fields) {
        return documents(Indices.speedPattern(interval), symbol, range, fields);
    }

    /** The same of the batch run that is being served. */
    Future<List<Document>> batch(String symbol, Interval interval, Range range, List<String> fields) {
        return documents(Indices.batchAlias(interval), symbol, range, fields);
    }

    /** The partition that a symbol lives in by its newest candle; empty if neither layer has one. */
    Future<Optional<Integer>> partition(String symbol) {
        JsonObject body = query(symbol, new JsonObject())
                .put("size", 1)
                .put("_source", new JsonArray(List.of("partition")))
                .put("sort", sort("as_of", "desc"));
        List<String> indices =
                List.of(Indices.speedPattern(Interval.ONE_MINUTE), Indices.batchAlias(Interval.ONE_MINUTE));
        return elasticsearch
                .search(indices, symbol, body)
                .map(answer -> sources(answer).stream().findFirst().map(source -> source.getInteger("partition")));
    }

    private Future<List<Document>> documents(String index, String symbol, Range range, List<String> fields) {
        Set<String> wanted = new LinkedHashSet<>(NEEDED);
        wanted.addAll(fields);
        JsonObject openTime = new JsonObject();
        if (range.from() != null) {
            openTime.put("gte", range.from());
        }
        if (range.to() != null) {
            openTime.put("lt", range.to());
        }
        JsonObject body = query(symbol, openTime)
                .put("size", range.limit() + 1)
                .put("sort", sort("open_time", range.oldestFirst() ? "asc" : "desc"));
        if (range.limit() > MOST_WHOLE) {
            body.put("_source", new JsonArray(List.copyOf(wanted)));
        }
        return elasticsearch.documents(index, symbol, body, wanted);
    }

    private static JsonObject query(String symbol, JsonObject openTime) {
        JsonArray filter = new JsonArray()
                .add(new JsonObject().put("term", new JsonObject().put("symbol", symbol)))
                .add(new JsonObject().put("range", new JsonObject().put("open_time", openTime)));
        JsonObject query = new JsonObject().put("bool", new JsonObject().put("filter", filter));
        return new JsonObject().put("query", query).put("track_total_hits", false);
    }

    private static JsonArray sort(String field, String order) {
        JsonObject by = new JsonObject().put("order", order).put("unmapped_type", "long");
        return new JsonArray().add(new JsonObject().put(field, by));
    }

    private static List<JsonObject> sources(JsonObject answer) {
        return answer.getJsonObject("hits").getJsonArray("hits").stream()
                .map(hit -> ((JsonObject) hit).getJsonObject("_source"))
                .toList();
    }
}

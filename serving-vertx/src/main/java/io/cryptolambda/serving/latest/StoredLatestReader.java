package io.cryptolambda.serving.latest;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.view.Document;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.RunReader;
import io.cryptolambda.serving.view.SymbolReader;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the newest documents of every symbol from Elasticsearch. */
final class StoredLatestReader {
    private final Elasticsearch elasticsearch;
    private final RunReader runs;

    StoredLatestReader(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
        this.runs = new RunReader(elasticsearch);
    }

    /** Fails with {@link io.cryptolambda.serving.view.ViewUnavailableException}. */
    Future<StoredLatest> read(Interval interval) {
        List<String> indices = List.of(Indices.speedPattern(interval), Indices.batchAlias(interval));
        return runs.read().compose(run -> elasticsearch
                .search(indices, body())
                .map(answer -> new StoredLatest(run, documents(answer), truncated(answer))));
    }

    // Speed and batch may both have the newest open time, and no third document can.
    private static JsonObject body() {
        JsonObject newest = new JsonObject()
                .put("size", 2)
                .put("sort", new JsonArray().add(descending("open_time")).add(descending("as_of")));
        JsonObject terms = new JsonObject()
                .put("field", "symbol")
                .put("size", SymbolReader.LIMIT)
                .put("order", new JsonObject().put("_key", "asc"));
        JsonObject bySymbol = new JsonObject()
                .put("terms", terms)
                .put("aggs", new JsonObject().put("newest", new JsonObject().put("top_hits", newest)));
        return new JsonObject()
                .put("size", 0)
                .put("track_total_hits", false)
                .put("aggs", new JsonObject().put("symbols", bySymbol));
    }

    private static JsonObject descending(String field) {
        return new JsonObject().put(field, new JsonObject().put("order", "desc"));
    }

    private static boolean truncated(JsonObject answer) {
        JsonObject aggregations = answer.getJsonObject("aggregations");
        return aggregations != null && aggregations.getJsonObject("symbols").getLong("sum_other_doc_count", 0L) > 0;
    }

    private static Map<String, StoredLatest.Newest> documents(JsonObject answer) {
        Map<String, StoredLatest.Newest> documents = new TreeMap<>();
        JsonObject aggregations = answer.getJsonObject("aggregations");
        if (aggregations == null) {
            return documents; // no index exists yet
        }
        for (Object each : aggregations.getJsonObject("symbols").getJsonArray("buckets")) {
            JsonObject bucket = (JsonObject) each;
            JsonArray hits =
                    bucket.getJsonObject("newest").getJsonObject("hits").getJsonArray("hits");
            documents.put(bucket.getString("key"), newest(hits));
        }
        return documents;
    }

    private static StoredLatest.Newest newest(JsonArray hits) {
        List<JsonObject> sources = hits.stream()
                .map(hit -> ((JsonObject) hit).getJsonObject("_source"))
                .toList();
        long newest = sources.get(0).getLong("open_time");
        return StoredLatest.Newest.of(layer(sources, "speed", newest), layer(sources, "batch", newest));
    }

    private static List<Document> layer(List<JsonObject> sources, String layer, long openTime) {
        return sources.stream()
                .filter(source -> source.getLong("open_time") == openTime)
                .filter(source -> layer.equals(source.getString("layer")))
                .map(Document::of)
                .toList();
    }
}

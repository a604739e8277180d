package io.cryptolambda.serving.view;

import io.cryptolambda.core.Indices;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads what the batch layer's last check against the exchange's own bars has found. */
public final class CheckReader {
    private final Elasticsearch elasticsearch;

    public CheckReader(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** The check as it was published, empty before any; fails with {@link ViewUnavailableException}. */
    public Future<Optional<JsonObject>> read() {
        JsonObject body = new JsonObject().put("size", 1).put("track_total_hits", false);
        return elasticsearch.search(List.of(Indices.CHECK), body).map(CheckReader::check);
    }

    private static Optional<JsonObject> check(JsonObject answer) {
        JsonArray hits = answer.getJsonObject("hits").getJsonArray("hits");
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(hits.getJsonObject(0).getJsonObject("_source"));
    }
}

package io.cryptolambda.serving.view;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads what a check of the data has found last: the one document of an index. */
public final class ReportReader {
    private final Elasticsearch elasticsearch;
    private final String index;

    public ReportReader(Elasticsearch elasticsearch, String index) {
        this.elasticsearch = elasticsearch;
        this.index = index;
    }

    /** The report as it was published, empty before any; fails with {@link ViewUnavailableException}. */
    public Future<Optional<JsonObject>> read() {
        JsonObject body = new JsonObject().put("size", 1).put("track_total_hits", false);
        return elasticsearch.search(List.of(index), body).map(ReportReader::report);
    }

    private static Optional<JsonObject> report(JsonObject answer) {
        JsonArray hits = answer.getJsonObject("hits").getJsonArray("hits");
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(hits.getJsonObject(0).getJsonObject("_source"));
    }
}

package io.cryptolambda.serving.view;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.json.BatchRunJson;
import io.cryptolambda.core.merge.BatchRun;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the metadata of the batch run that is being served. */
public final class RunReader {
    private final Elasticsearch elasticsearch;

    public RunReader(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** The run, empty before any; fails with {@link ViewUnavailableException}. */
    public Future<Optional<BatchRun>> read() {
        JsonObject body = new JsonObject().put("size", 1).put("track_total_hits", false);
        return elasticsearch.search(List.of(Indices.BATCH_RUN), body).map(RunReader::run);
    }

    private static Optional<BatchRun> run(JsonObject answer) {
        JsonArray hits = answer.getJsonObject("hits").getJsonArray("hits");
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(BatchRunJson.read(
                    hits.getJsonObject(0).getJsonObject("_source").toBuffer().getBytes()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ViewUnavailableException("the run's metadata cannot be read", e);
        }
    }
}

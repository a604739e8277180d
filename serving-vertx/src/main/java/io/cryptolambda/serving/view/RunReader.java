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

    /** The last runs whose metadata is still there, newest first; fails with {@link ViewUnavailableException}. */
    public Future<List<BatchRun>> last(int most) {
        JsonObject newest = new JsonObject().put("order", "desc").put("unmapped_type", "long");
        JsonObject body = new JsonObject()
                .put("size", most)
                .put("track_total_hits", false)
                .put("sort", new JsonArray().add(new JsonObject().put("finished_at", newest)));
        return elasticsearch
                .search(List.of(Indices.batchRun("*")), body)
                .map(answer -> hits(answer).stream().map(RunReader::run).toList());
    }

    /** The run that is served now, empty before any; fails with {@link ViewUnavailableException}. */
    public Future<Optional<BatchRun>> read() {
        return elasticsearch.document(Indices.BATCH_RUN, Indices.RUN_DOCUMENT).map(found -> found.map(RunReader::run));
    }

    private static List<JsonObject> hits(JsonObject answer) {
        return answer.getJsonObject("hits").getJsonArray("hits").stream()
                .map(hit -> ((JsonObject) hit).getJsonObject("_source"))
                .toList();
    }

    private static BatchRun run(JsonObject source) {
        try {
            return BatchRunJson.read(source.toBuffer().getBytes());
        } catch (IOException | IllegalArgumentException e) {
            throw new ViewUnavailableException("the run's metadata cannot be read", e);
        }
    }
}

package io.cryptolambda.serving.api;

import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.RunReader;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Serves {@code /api/v1/runs}: the batch runs that the store still has, newest first, and which of them is served. */
final class RunsHandler implements Handler<RoutingContext> {
    private static final int MOST = 20;

    private final RunReader runs;

    RunsHandler(RunReader runs) {
        this.runs = runs;
    }

    @Override
    public void handle(RoutingContext context) {
        new Parameters(context.queryParams(), List.of());
        Future<Optional<BatchRun>> served = runs.read();
        Future<List<BatchRun>> last = runs.last(MOST);
        Future.all(served, last)
                .map(read -> answer(served.result(), last.result()))
                .onSuccess(answer -> JsonAnswer.send(context, answer))
                .onFailure(context::fail);
    }

    private static JsonObject answer(Optional<BatchRun> served, List<BatchRun> last) {
        JsonArray rows = new JsonArray();
        last.forEach(run -> rows.add(new JsonObject()
                .put("run_id", run.runId())
                .put("generation", run.generation())
                .put("started_at", run.startedAt())
                .put("finished_at", run.finishedAt())
                .put("k", JsonAnswer.byPartition(run.k()))
                .put("boundary", JsonAnswer.byInterval(run.boundary()))
                .put("documents", JsonAnswer.byInterval(run.documents()))));
        return new JsonObject()
                .put("served", served.map(BatchRun::runId).orElse(null))
                .put("runs", rows);
    }
}

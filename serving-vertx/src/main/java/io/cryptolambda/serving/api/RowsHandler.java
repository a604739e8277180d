package io.cryptolambda.serving.api;

import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.View;
import io.cryptolambda.serving.view.ViewReader;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Serves the rows of one resource. */
final class RowsHandler implements Handler<RoutingContext> {
    private final Resource resource;
    private final ViewReader views;

    RowsHandler(Resource resource, ViewReader views) {
        this.resource = resource;
        this.views = views;
    }

    @Override
    public void handle(RoutingContext context) {
        Query query = Query.parse(context.queryParams(), resource);
        views.read(query.view(), query.symbol(), query.interval(), query.range(), resource.fields())
                .map(view -> answer(query, view))
                .onSuccess(answer -> JsonAnswer.send(context, answer))
                .onFailure(context::fail);
    }

    private JsonObject answer(Query query, View view) {
        JsonArray rows = new JsonArray();
        view.rows().forEach(served -> rows.add(resource.row(query.interval(), served)));
        return new JsonObject()
                .put("symbol", query.symbol())
                .put("interval", query.interval().text())
                .put("run_id", view.run().map(BatchRun::runId).orElse(null))
                .put("k", view.k())
                .put("next", view.next())
                .put("rows", rows);
    }
}

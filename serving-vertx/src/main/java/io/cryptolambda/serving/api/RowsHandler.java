package io.cryptolambda.serving.api;

import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.Served;
import io.cryptolambda.serving.view.View;
import io.cryptolambda.serving.view.ViewReader;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

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
        Query query = Query.parse(context.queryParams(), context.request().getHeader("Accept"), resource);
        views.read(query.view(resource)).map(view -> send(context, query, view)).onFailure(context::fail);
    }

    private Void send(RoutingContext context, Query query, View view) {
        JsonObject about = about(query, view);
        boolean settled = query.range().from() != null && query.range().to() != null && !view.stale();
        RowsAnswer.send(context, query.format(), about, body(query, about, view.rows()), settled);
        return null;
    }

    private Buffer body(Query query, JsonObject about, List<Served> rows) {
        if (query.format() == Format.JSON) {
            return RowsJson.of(about, resource, query, rows);
        }
        List<String> columns = query.fields().isEmpty() ? resource.columns() : query.fields();
        JsonArray table = new JsonArray();
        rows.forEach(served -> table.add(resource.row(query.interval(), served, query.fields())));
        return RowsAnswer.body(query.format(), about, columns, table);
    }

    private static JsonObject about(Query query, View view) {
        PageLinks links = PageLinks.of(query, view);
        JsonObject about = new JsonObject()
                .put("symbol", query.symbol())
                .put("interval", query.interval().text())
                .put("run_id", view.run().map(BatchRun::runId).orElse(null))
                .put("k", view.k())
                .put("next", view.later())
                .put("next_cursor", links.next())
                .put("previous_cursor", links.previous());
        return view.stale() ? about.put("stale", true).put("as_of", asOf(view)) : about;
    }

    /** What the answer knows at most; the store could know more. */
    private static Long asOf(View view) {
        return view.rows().stream()
                .map(Served::document)
                .map(document -> document.asOf())
                .max(Long::compare)
                .orElse(null);
    }
}

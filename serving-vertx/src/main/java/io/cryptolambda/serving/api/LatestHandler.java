package io.cryptolambda.serving.api;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Symbols;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.latest.Latest;
import io.cryptolambda.serving.latest.LatestReader;
import io.cryptolambda.serving.latest.LatestRow;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/** Serves {@code /api/v1/latest}: the newest of every symbol, market values and what is computed of them, sortable. */
final class LatestHandler implements Handler<RoutingContext> {
    static final List<String> PARAMETERS = List.of("interval", "sort", "order", "limit", "fields", "format");
    private static final List<String> ORDERS = List.of("asc", "desc");

    private final LatestReader latest;
    private final MadeAnswers made = new MadeAnswers();

    LatestHandler(LatestReader latest) {
        this.latest = latest;
    }

    @Override
    public void handle(RoutingContext context) {
        Parameters parameters = new Parameters(context.queryParams(), PARAMETERS);
        Interval interval = interval(parameters);
        List<String> columns = LatestColumns.of(interval);
        String sort = oneOf(parameters, "sort", "symbol", columns);
        boolean descending = oneOf(parameters, "order", "asc", ORDERS).equals("desc");
        int limit = parameters.number("limit", 1, Query.MAX_LIMIT).orElse(Query.MAX_LIMIT);
        List<String> chosen = parameters.list("fields", columns);
        Format format = Format.of(parameters, context.request().getHeader("Accept"));
        latest.read(interval)
                .map(found -> {
                    String key = format + " " + context.request().query();
                    JsonObject about = about(interval, found);
                    List<String> shown = chosen.isEmpty() ? columns : chosen;
                    Buffer body = made.get(found, key, () -> {
                        JsonArray rows = new JsonArray();
                        found.rows().stream()
                                .map(row -> row(interval, row))
                                .sorted(new ByField(sort, descending))
                                .limit(limit)
                                .forEach(row -> rows.add(chosen.isEmpty() ? row : part(row, chosen)));
                        return RowsAnswer.body(format, about, shown, rows);
                    });
                    RowsAnswer.send(context, format, about, body, false);
                    return null;
                })
                .onFailure(context::fail);
    }

    private static Interval interval(Parameters parameters) {
        List<String> accepted =
                Arrays.stream(Interval.values()).map(Interval::text).toList();
        return Interval.parse(oneOf(parameters, "interval", Interval.ONE_MINUTE.text(), accepted));
    }

    private static String oneOf(Parameters parameters, String name, String absent, List<String> accepted) {
        String value = parameters.text(name).orElse(absent);
        if (!accepted.contains(value)) {
            throw new InvalidParameterException(name, name + " is not one of these", accepted);
        }
        return value;
    }

    private static JsonObject about(Interval interval, Latest latest) {
        JsonObject about = new JsonObject()
                .put("interval", interval.text())
                .put("run_id", latest.run().map(BatchRun::runId).orElse(null))
                .put("truncated", latest.truncated());
        return latest.stale() ? about.put("stale", true) : about;
    }

    private static JsonObject row(Interval interval, LatestRow latest) {
        JsonObject row = new JsonObject().put("symbol", latest.symbol()).put("pair", Symbols.pair(latest.symbol()));
        Resource.CANDLES.cells(interval, latest.served(), List.of(), row::put);
        JsonObject source = latest.served().document().fields();
        LatestColumns.computed(interval).forEach(column -> row.put(column, source.getValue(column)));
        return row.put("as_of_time", source.getValue("as_of_time"));
    }

    private static JsonObject part(JsonObject row, List<String> chosen) {
        JsonObject part = new JsonObject();
        chosen.forEach(column -> part.put(column, row.getValue(column)));
        return part;
    }
}

package io.cryptolambda.serving.api;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.CheckReader;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.RunReader;
import io.cryptolambda.serving.view.SymbolReader;
import io.cryptolambda.serving.view.SymbolSummary;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Serves {@code /api/v1/layers}: how far batch and speed each have come, and how batch compared with the
 * exchange's own bars. Everything of a run or check is null before any.
 */
final class LayersHandler implements Handler<RoutingContext> {
    private final RunReader runs;
    private final CheckReader checks;
    private final SymbolReader symbols;
    private final LogEnds logEnds;

    LayersHandler(RunReader runs, CheckReader checks, SymbolReader symbols, LogEnds logEnds) {
        this.runs = runs;
        this.checks = checks;
        this.symbols = symbols;
        this.logEnds = logEnds;
    }

    @Override
    public void handle(RoutingContext context) {
        new Parameters(context.queryParams(), List.of());
        Future<SymbolReader.Symbols> speed = symbols.speed();
        Future<Optional<BatchRun>> run = runs.read();
        Future<Optional<SortedMap<Integer, Long>>> ends = logEnds.read();
        Future<Optional<JsonObject>> check = checks.read();
        Future.all(speed, run, ends, check)
                .map(read -> answer(run.result(), ends.result(), speed.result().symbols())
                        .put("check", check.result().orElse(null)))
                .onSuccess(answer -> JsonAnswer.send(context, answer))
                .onFailure(context::fail);
    }

    private static JsonObject answer(
            Optional<BatchRun> run, Optional<SortedMap<Integer, Long>> ends, List<SymbolSummary> speed) {
        JsonArray symbols = new JsonArray();
        speed.forEach(symbol -> symbols.add(row(symbol)));
        Long newest = speed.stream()
                .map(SymbolSummary::newestAsOfTime)
                .max(Long::compare)
                .orElse(null);
        return new JsonObject()
                .put("run_id", run.map(BatchRun::runId).orElse(null))
                .put("generation", run.map(BatchRun::generation).orElse(null))
                .put("started_at", run.map(BatchRun::startedAt).orElse(null))
                .put("finished_at", run.map(BatchRun::finishedAt).orElse(null))
                .put("k", run.map(found -> byPartition(found.k())).orElse(null))
                .put("boundary", run.map(found -> byInterval(found.boundary())).orElse(null))
                .put(
                        "documents",
                        run.map(found -> byInterval(found.documents())).orElse(null))
                .put("retained_from", run.map(BatchRun::retainedFrom).orElse(null))
                .put("log_end", ends.map(LayersHandler::byPartition).orElse(null))
                .put("batch_behind", ends.map(found -> behind(run, found)).orElse(null))
                .put("newest_as_of_time", newest)
                .put("symbols", symbols);
    }

    /** Records of the log that the run does not know; all of them before any run. */
    private static long behind(Optional<BatchRun> run, SortedMap<Integer, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - run.map(found -> KnowledgePosition.offset(found.k(end.getKey())))
                                .orElse(0L))
                .map(records -> Math.max(0, records))
                .sum();
    }

    private static JsonObject row(SymbolSummary symbol) {
        return new JsonObject()
                .put("symbol", symbol.symbol())
                .put("partition", symbol.partition())
                .put("newest_open_time", symbol.newestOpenTime())
                .put("newest_as_of_time", symbol.newestAsOfTime());
    }

    private static JsonObject byPartition(Map<Integer, Long> values) {
        JsonObject json = new JsonObject();
        new TreeMap<>(values).forEach((partition, value) -> json.put(partition.toString(), value));
        return json;
    }

    private static JsonObject byInterval(Map<Interval, Long> values) {
        JsonObject json = new JsonObject();
        new TreeMap<>(values).forEach((interval, value) -> json.put(interval.text(), value));
        return json;
    }
}

package io.cryptolambda.serving.api;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.Elasticsearch;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.ReportReader;
import io.cryptolambda.serving.view.RunReader;
import io.cryptolambda.serving.view.SymbolReader;
import io.cryptolambda.serving.view.SymbolSummary;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Serves {@code /api/v1/layers}: how far batch and speed each have come, how batch compared with the exchange's own bars,
 * and how all that is served compared with the naive oracle. Everything of a run or comparison is null before any.
 */
final class LayersHandler implements Handler<RoutingContext> {
    private final RunReader runs;
    private final ReportReader check;
    private final ReportReader parity;
    private final SymbolReader symbols;
    private final LogEnds logEnds;

    LayersHandler(Elasticsearch elasticsearch, RunReader runs, SymbolReader symbols, LogEnds logEnds) {
        this.runs = runs;
        this.check = new ReportReader(elasticsearch, Indices.CHECK);
        this.parity = new ReportReader(elasticsearch, Indices.PARITY);
        this.symbols = symbols;
        this.logEnds = logEnds;
    }

    @Override
    public void handle(RoutingContext context) {
        new Parameters(context.queryParams(), List.of());
        Future<SymbolReader.Symbols> speed = symbols.speed();
        Future<Optional<BatchRun>> run = runs.read();
        Future<Optional<SortedMap<Integer, Long>>> ends = logEnds.read();
        Future<Optional<JsonObject>> checked = check.read();
        Future<Optional<JsonObject>> compared = parity.read();
        Future.all(speed, run, ends, checked, compared)
                .map(read -> answer(run.result(), ends.result(), speed.result().symbols())
                        .put("check", checked.result().orElse(null))
                        .put("parity", compared.result().orElse(null)))
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
                .put("k", run.map(found -> JsonAnswer.byPartition(found.k())).orElse(null))
                .put(
                        "boundary",
                        run.map(found -> JsonAnswer.byInterval(found.boundary()))
                                .orElse(null))
                .put(
                        "documents",
                        run.map(found -> JsonAnswer.byInterval(found.documents()))
                                .orElse(null))
                .put("retained_from", run.map(BatchRun::retainedFrom).orElse(null))
                .put("log_end", ends.map(JsonAnswer::byPartition).orElse(null))
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
}

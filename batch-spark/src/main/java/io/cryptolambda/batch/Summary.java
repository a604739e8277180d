package io.cryptolambda.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.batch.recompute.RecomputeJob;
import io.cryptolambda.batch.recompute.RunTotals;
import io.cryptolambda.core.merge.BatchRun;
import picocli.CommandLine.ExitCode;

/** The one line of JSON that a program reads from a batch command, and the command's exit code. */
final class Summary {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private boolean failed;

    Summary(String command, String runId) {
        json.put("command", command).put("run_id", runId);
    }

    /** The part of one step. */
    ObjectNode section(String step) {
        return json.withObject("/" + step);
    }

    /** Notes that something was found wrong, although the run went to its end. */
    void fail() {
        failed = true;
    }

    /** 0, or 1 if something was found wrong. */
    int exitCode() {
        return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /** Adds what a recompute run did. */
    void addRecompute(RecomputeJob.Result recomputed) {
        RunTotals totals = recomputed.totals();
        BatchRun run = recomputed.run();
        ObjectNode object = section("recompute");
        object.put("full", recomputed.whyFull()).put("touched_days", recomputed.touchedDays());
        object.put("indices_built", recomputed.indicesBuilt()).put("seeds", recomputed.seeds());
        object.put("records", totals.records()).put("candles", totals.candles());
        object.put("duplicates", totals.duplicates()).put("revisions", totals.revisions());
        object.put("rejected", totals.rejected());
        ObjectNode documents = object.putObject("documents");
        run.documents().forEach((interval, number) -> documents.put(interval.text(), number));
        ObjectNode boundary = object.putObject("boundary");
        run.boundary().forEach((interval, end) -> boundary.put(interval.text(), end));
        ObjectNode k = object.putObject("k");
        run.k().forEach((partition, end) -> k.put(partition.toString(), end));
        object.put("retained_from", run.retainedFrom());
    }

    @Override
    public String toString() {
        return json.toString();
    }
}

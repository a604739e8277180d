package io.cryptolambda.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.batch.master.ArchiveJob;
import io.cryptolambda.batch.recompute.RecomputeJob;
import io.cryptolambda.batch.recompute.RunTotals;
import io.cryptolambda.core.merge.BatchRun;

/** The one line of JSON that a program reads from a batch command. */
final class Summary {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    Summary(String command, String runId) {
        json.put("command", command).put("run_id", runId);
    }

    /** Adds what an archive run did. */
    void add(ArchiveJob.Result archived, double seconds) {
        json.putObject("archive").put("records", archived.records()).put("seconds", seconds);
    }

    /** Adds what a recompute run did. */
    void add(RecomputeJob.Result recomputed, double seconds) {
        RunTotals totals = recomputed.totals();
        BatchRun run = recomputed.run();
        ObjectNode object = json.putObject("recompute");
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
        object.put("retained_from", run.retainedFrom()).put("seconds", seconds);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}

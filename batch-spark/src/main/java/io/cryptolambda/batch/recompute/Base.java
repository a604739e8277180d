package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.publish.PublishedRun;
import io.cryptolambda.batch.store.DeltaChanges;
import java.util.Optional;

/**
 * What a run goes on from.
 *
 * @param run an earlier run; empty if there is none to go on from
 * @param changes what was appended to the master dataset since; null if there is no run
 * @param whyFull why everything has to be computed anew; null if it has not
 */
record Base(Optional<StoredRun> run, DeltaChanges changes, String whyFull) {

    /** Finds it: the run that is served, so that its indices can be gone on from; else the newest that was stored. */
    static Base of(
            RunsTable.Newest runs, ViewTables views, PublishedRun served, MasterDataset.Snapshot master, boolean full) {
        Optional<StoredRun> run =
                served.run().flatMap(published -> runs.find(published.runId())).or(runs::newest);
        if (run.isEmpty()) {
            return new Base(run, null, "there is no earlier run");
        }
        if (full) {
            return new Base(run, null, "asked for");
        }
        StoredRun last = run.get();
        if (last.format() != ViewTables.FORMAT) {
            return new Base(run, null, "the views have format " + last.format() + ", not " + ViewTables.FORMAT);
        }
        if (!views.have(last.versions())) {
            return new Base(run, null, "the views of run " + last.run().runId() + " are no longer on the store");
        }
        DeltaChanges changes = master.changesSince(last.masterVersion());
        return new Base(run, changes, changes.unusable());
    }

    /** Whether the run that is served is the one gone on from: then only what changed has to be published. */
    boolean isServed(PublishedRun served) {
        return run.isPresent()
                && served.run().map(published -> published.runId()).equals(run.map(stored -> stored.run()
                        .runId()));
    }
}

package io.cryptolambda.batch.recompute;

import io.cryptolambda.core.merge.BatchRun;
import java.util.List;

/**
 * A row of {@code views/runs}: what a run was, and the versions of the tables that make it up.
 *
 * @param run what it published about itself
 * @param full whether everything was computed anew
 * @param reason why; null where it was not
 * @param format format of the views
 * @param masterVersion version of the master dataset that was read
 * @param versions versions of the views
 * @param newest newest open time of any symbol, epoch milliseconds UTC: the exchange's clock
 * @param seededAt when seeds were last written, by this run or one before, epoch milliseconds UTC; 0 if never
 * @param indices names of the indices that serve it
 */
record StoredRun(
        BatchRun run,
        boolean full,
        String reason,
        int format,
        long masterVersion,
        ViewVersions versions,
        long newest,
        long seededAt,
        List<String> indices) {}

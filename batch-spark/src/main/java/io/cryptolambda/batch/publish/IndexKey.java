package io.cryptolambda.batch.publish;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;

/**
 * What one index holds.
 *
 * @param interval the interval
 * @param month month of the open time, as {@code 2024-01}
 */
public record IndexKey(Interval interval, String month) {

    /** Its name in the run {@code runId}. */
    public String name(String runId) {
        return Indices.batchAlias(interval) + "-" + month + "-" + runId;
    }
}

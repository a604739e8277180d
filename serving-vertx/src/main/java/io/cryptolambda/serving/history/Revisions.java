package io.cryptolambda.serving.history;

import java.util.List;

/**
 * What the log says of one candle.
 *
 * @param partition partition that was read
 * @param fromOffset first offset that the log still has; what was before it is in the master dataset
 * @param toOffset end that was read up to, exclusive
 * @param revisions in log order; the last that is no duplicate is the one that holds
 */
public record Revisions(int partition, long fromOffset, long toOffset, List<Revision> revisions) {}

package io.cryptolambda.batch.publish;

import java.util.Set;

/**
 * Runs whose indices are kept for a while.
 *
 * @param runIds the runs
 * @param indices the indices that served them
 */
public record KeptRuns(Set<String> runIds, Set<String> indices) {}

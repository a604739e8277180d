package io.cryptolambda.serving.latest;

import io.cryptolambda.core.merge.BatchRun;
import java.util.List;
import java.util.Optional;

/**
 * The newest of every symbol.
 *
 * @param run the batch run, empty before any
 * @param rows in order of symbol
 * @param truncated whether there are more symbols
 * @param stale whether the store did not answer: symbols without live documents are as they were before
 */
public record Latest(Optional<BatchRun> run, List<LatestRow> rows, boolean truncated, boolean stale) {}

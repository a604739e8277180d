package io.cryptolambda.serving.view;

import io.cryptolambda.core.merge.BatchRun;
import java.util.List;
import java.util.Optional;

/**
 * An answer, all of it of one batch run.
 *
 * @param run the run, empty before any
 * @param k the run's K for the symbol's partition; null before any run
 * @param rows oldest first
 * @param earlier whether the range holds rows before these
 * @param later open time to continue with, epoch milliseconds UTC; null if the range holds nothing after these
 * @param stale whether the store did not answer: these rows are what was known without it
 */
public record View(Optional<BatchRun> run, Long k, List<Served> rows, boolean earlier, Long later, boolean stale) {}

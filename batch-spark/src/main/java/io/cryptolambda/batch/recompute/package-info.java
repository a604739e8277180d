/**
 * The views: recomputed in full from the master dataset, and written to the store.
 *
 * <p>A run reads a fixed state of the master and so knows every position below K. The passes are those of {@link
 * io.cryptolambda.batch.view}, run over rows sorted by symbol and open time; each view is replaced in one atomic commit
 * that carries the run's id.
 */
package io.cryptolambda.batch.recompute;

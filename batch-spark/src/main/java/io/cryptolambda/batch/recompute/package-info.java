/**
 * The views: brought up to date with the master dataset, written to the store, and published.
 *
 * <p>A run reads a fixed state of the master and so knows every position below K. It goes on from the run that is served:
 * the days that have new records are found in the master's own log, and the passes of {@link io.cryptolambda.batch.view}
 * compute them and what looks back at them; where it cannot go on, everything is computed anew. Each table is written in
 * one atomic commit that carries the run's id and the epoch of its lease, and a row of {@code views/runs} names the versions
 * that belong together.
 */
package io.cryptolambda.batch.recompute;

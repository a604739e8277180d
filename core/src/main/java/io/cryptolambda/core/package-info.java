/**
 * The data contract: what a candle, a bar, a feature and an indicator are, where they are kept and how they are named.
 *
 * <p>Every layer depends on this package and on no other layer. Records validate themselves; prices, volumes and their
 * sums are exact decimals, and {@code double} appears only inside features and indicators. Event time is the open time
 * in epoch milliseconds UTC. No engine and no wall clock is used here.
 */
package io.cryptolambda.core;

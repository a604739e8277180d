/**
 * What is wrong with the data, and how far each stage has come: the exchange's gaps, dead letters, lags.
 *
 * <p>Gaps and dead letters are followed from their topics and held in memory, bounded; lags are asked of the broker when
 * somebody wants to know. Nothing here is the only copy of anything. Used by {@code api} alone.
 */
package io.cryptolambda.serving.quality;

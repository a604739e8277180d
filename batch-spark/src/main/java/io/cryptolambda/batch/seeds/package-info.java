/**
 * Seeds: what a batch run tells the speed layer, so that a cold start, an import or a late candle reaches the running
 * indicators.
 *
 * <p>{@link io.cryptolambda.batch.seeds.SeedRows} packs the last bars of every symbol and interval from the views; {@link
 * io.cryptolambda.batch.seeds.SeedTopic} writes them to {@code crypto_bars} in one transaction, all or nothing. Only
 * {@code recompute} uses it.
 */
package io.cryptolambda.batch.seeds;

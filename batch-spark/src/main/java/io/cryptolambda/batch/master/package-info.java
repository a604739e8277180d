/**
 * The master dataset: every record of the log with its position, stored once and never changed.
 *
 * <p>{@link io.cryptolambda.batch.master.ArchiveJob} appends what the log has grown by; whatever crashes, each record is
 * there exactly once. {@link io.cryptolambda.batch.master.MasterDataset} is how the other jobs read it. The table is its
 * own checkpoint: there is no second place that could disagree with it.
 */
package io.cryptolambda.batch.master;

/**
 * The merge of batch and speed views: which layer's document is served, and what a batch run publishes for that decision.
 *
 * <p>The batch layer writes {@link io.cryptolambda.core.merge.BatchRun}, the serving layer reads it. The rule is pure.
 */
package io.cryptolambda.core.merge;

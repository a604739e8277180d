/**
 * The live tail: the newest documents of the speed layer in memory, kept from the live topics, and the order in which
 * they came.
 *
 * <p>Bounded in documents per series and in events, rebuilt at each start from a bounded stretch of the topics. Nothing
 * here is the only copy of anything; being behind only means that answers show what Elasticsearch has. Implements {@link
 * io.cryptolambda.serving.view.Live}; {@code stream} and {@code latest} read it too.
 */
package io.cryptolambda.serving.tail;

/**
 * Publication: the views of one run as Elasticsearch indices, swapped in as a whole.
 *
 * <p>Readers see the previous run or this one, never a mix, whenever this is killed: indices are built aside,
 * counted, read back and moved behind their aliases together with the run's metadata in a single step that fails if another run has published
 * since. Only adapters in here know Elasticsearch; it is never the only copy of anything.
 */
package io.cryptolambda.batch.publish;

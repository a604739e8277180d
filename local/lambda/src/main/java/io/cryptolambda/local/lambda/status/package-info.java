/**
 * What the stack is doing, asked of its parts at this moment: health, lag, counts, and whether everything that was replayed
 * has reached the end of the pipeline. Read-only but for one Elasticsearch refresh; a part that cannot be reached gives a
 * null, never an error.
 */
package io.cryptolambda.local.lambda.status;

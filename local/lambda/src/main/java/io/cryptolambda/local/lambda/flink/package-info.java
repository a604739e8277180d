/**
 * Our job on the Flink session cluster: a client of the dashboard's REST API, the retained checkpoints on disk, and the
 * keeper that submits the job when it is missing and leaves it alone when a user has cancelled it.
 */
package io.cryptolambda.local.lambda.flink;

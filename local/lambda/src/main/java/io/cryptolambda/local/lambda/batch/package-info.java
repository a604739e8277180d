/**
 * Runs of the batch layer: Spark in a JVM of its own, one run at a time in a data directory, at once or on a schedule.
 * What a run does is the batch module's business; here it is a program with an exit code.
 */
package io.cryptolambda.local.lambda.batch;

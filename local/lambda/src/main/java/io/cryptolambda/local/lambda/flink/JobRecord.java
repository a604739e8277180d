package io.cryptolambda.local.lambda.flink;

/**
 * What is remembered of our job across job managers and stacks.
 *
 * @param id the job's id when it was last seen
 * @param name its name, by which a job that a user submits again is recognised as ours
 * @param cancelled whether a user has ended it; then it is not submitted again
 */
public record JobRecord(String id, String name, boolean cancelled) {}

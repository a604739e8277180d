/**
 * The raw topic as ingest sees it: what is already in it, and how records get into it.
 *
 * <p>Records are written by an idempotent producer that waits for all replicas and never gives up, so that a symbol's
 * records lie in the order they were sent in, each once, and a prefix of them if the process dies. What was published is
 * read from the log itself; nothing else is remembered.
 */
package io.cryptolambda.ingest.log;

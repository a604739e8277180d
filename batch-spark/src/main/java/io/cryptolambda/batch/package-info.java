/**
 * The batch layer: the log is archived into an immutable master dataset, and from that alone all views are recomputed and
 * published.
 *
 * <p>This package holds the program and wires the jobs; the jobs are in the packages below it. It depends on core and on no
 * other layer. Credentials come from the environment and are never logged.
 */
package io.cryptolambda.batch;

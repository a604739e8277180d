/**
 * The batch layer: the log is archived and the exchange's archive imported into an immutable master dataset, and from that
 * alone all views are recomputed and published.
 *
 * <p>This package holds the program: a command a file, each a sequence of steps run in one session under the store's lease.
 * The jobs are in the packages below it. It depends on core and on no other layer. Credentials come from the environment
 * and are never logged.
 */
package io.cryptolambda.batch;

/**
 * The archive job as it runs in earnest: from a topic of a real broker, started for the purpose, into a Delta table on the
 * local disk. What arrived is counted and its offsets are checked before a time is believed.
 */
package io.cryptolambda.bench.archive;

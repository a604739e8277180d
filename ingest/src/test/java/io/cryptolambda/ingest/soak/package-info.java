/**
 * Ingest as a process of its own between a real broker and the simulator: what is in the log after everything has gone
 * wrong that can.
 */
package io.cryptolambda.ingest.soak;

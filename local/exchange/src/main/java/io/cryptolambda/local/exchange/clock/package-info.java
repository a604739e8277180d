/**
 * The virtual clock: what time it is on the exchange, how fast it goes, and where it went on from.
 *
 * <p>Virtual time never goes back within a run. After a restart it is where it was last written down, which may be a
 * little earlier than it had come, never later. Real time comes in only as a counter of nanoseconds given by the caller.
 */
package io.cryptolambda.local.exchange.clock;

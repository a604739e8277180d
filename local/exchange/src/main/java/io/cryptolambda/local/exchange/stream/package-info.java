/**
 * The WebSocket side: who listens to what, and the tape that plays the market's candles to them in virtual time.
 *
 * <p>Everything here runs on one event loop. At finite speeds a client that does not read is cut off, as on the exchange;
 * at {@code max} virtual time waits for it.
 */
package io.cryptolambda.local.exchange.stream;

/**
 * The exchange's protocol, REST and WebSocket, as a client speaks it.
 *
 * <p>Numbers stay texts here, exactly as the exchange printed them. Requests are repeated as long as the exchange cannot be
 * reached or asks to wait; a request that it refuses is an error. Times of this package (waiting, backoff, the day a
 * connection lives) are protocol time, which is real; the exchange's own clock comes in its answers only.
 */
package io.cryptolambda.ingest.binance;

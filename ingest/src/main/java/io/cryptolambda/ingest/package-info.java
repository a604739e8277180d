/**
 * Ingest: brings every closed 1-minute candle of the exchange into the log, once and in order per symbol.
 *
 * <p>The package itself is the program: options, wiring, status. What it does lies in {@code feed} (which candle comes
 * next), {@code binance} (the exchange's protocol) and {@code log} (Kafka). Nothing depends on this module; it knows the
 * other layers only by the raw topic. The same program serves the exchange and its simulator: base URLs are all that
 * differs.
 */
package io.cryptolambda.ingest;

/**
 * The exchange's kline streams over WebSocket, at {@code /ws} and {@code /stream}: its clients work with only the base
 * address changed.
 *
 * <p>What is told comes out of the live tail, so minutes as they close and longer klines at every minute; intervals that are
 * not kept are rolled up through the merged view. A client that does not read is dropped and counted, and costs the others
 * nothing. One hub of each event loop; used by {@code api} alone.
 */
package io.cryptolambda.serving.binance.push;

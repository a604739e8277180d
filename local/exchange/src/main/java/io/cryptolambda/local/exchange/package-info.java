/**
 * The exchange simulator: speaks the exchange's REST and WebSocket protocols over real or made-up candles, on its own
 * clock.
 *
 * <p>Market time (closes, streams, server time) is virtual; protocol time (pings, weight minute) is real. Programs meet it
 * only through the network, exactly as they meet the exchange itself; nothing but tests imports it. A simulator that is
 * killed and started again with the same state directory goes on with the same market at the same, or a slightly
 * earlier, virtual time.
 */
package io.cryptolambda.local.exchange;

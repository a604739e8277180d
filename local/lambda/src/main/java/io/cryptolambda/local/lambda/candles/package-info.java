/**
 * The {@code candles} command: what the API serves of one symbol, as a table for a terminal.
 *
 * <p>It is a client like any other and knows nothing but the HTTP interface. Nothing depends on it.
 */
package io.cryptolambda.local.lambda.candles;

/**
 * Klines as the exchange's clients know them: every interval of the exchange, those that are not kept rolled up exactly
 * from those that are.
 *
 * <p>Read through the merged view, so that the rule of core decides on each. Used by {@code binance} and {@code udf}.
 */
package io.cryptolambda.serving.kline;

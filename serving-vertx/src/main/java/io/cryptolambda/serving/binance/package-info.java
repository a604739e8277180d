/**
 * The exchange's own public requests under {@code /api/v3}, so that its clients work with only the base address changed:
 * same rows, strings, errors and clamps.
 *
 * <p>What the exchange has and we do not (books, single trades, filters of orders) is left out or said to be unknown as
 * the exchange says it. Depends on {@code kline} and {@code latest} for everything it serves.
 */
package io.cryptolambda.serving.binance;

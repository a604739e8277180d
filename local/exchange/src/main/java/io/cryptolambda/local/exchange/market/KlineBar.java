package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.MarketValues;

/**
 * A kline of any interval.
 *
 * @param openTime epoch milliseconds UTC
 * @param closeTime inclusive, epoch milliseconds UTC
 * @param market the nine market values
 */
public record KlineBar(long openTime, long closeTime, MarketValues market) {}

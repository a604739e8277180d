package io.cryptolambda.batch.checking;

import io.cryptolambda.core.MarketValues;

/**
 * One of our bars.
 *
 * @param market its values
 * @param candles number of minutes in it
 */
record CheckedBar(MarketValues market, int candles) {}

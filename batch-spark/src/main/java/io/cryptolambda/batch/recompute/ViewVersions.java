package io.cryptolambda.batch.recompute;

/**
 * Versions of the view tables that belong together.
 *
 * @param candles of {@code views/candles_1m}
 * @param bars of {@code views/bars}
 * @param days of {@code views/days}
 */
record ViewVersions(long candles, long bars, long days) {}

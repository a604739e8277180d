package io.cryptolambda.batch.view;

import io.cryptolambda.core.EnrichedCandle;

/**
 * A row of the view of 1-minute candles: the document, and what a later recompute needs to know to go on from it.
 *
 * @param enriched the candle with its features
 * @param position the candle's own winning record
 */
public record ViewCandle(EnrichedCandle enriched, LogPosition position) {}

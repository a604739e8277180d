package io.cryptolambda.batch.view;

import io.cryptolambda.core.Candle;

/**
 * What the log finally says of one minute of a symbol.
 *
 * @param candle the candle that won
 * @param position position of its record
 * @param firstSeen position of the first record of this minute, whether it won or not
 * @param records number of records of this minute
 * @param revisions how often a record changed the candle
 */
public record Winner(Candle candle, LogPosition position, LogPosition firstSeen, int records, int revisions) {}

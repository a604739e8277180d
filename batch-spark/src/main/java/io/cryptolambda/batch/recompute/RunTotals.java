package io.cryptolambda.batch.recompute;

/**
 * What is known of the log as a whole.
 *
 * @param records all records
 * @param candles candles that stand
 * @param duplicates records that repeated what stood
 * @param revisions records that changed a candle
 * @param rejected records that break the contract
 */
public record RunTotals(long records, long candles, long duplicates, long revisions, long rejected) {}

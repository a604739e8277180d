package io.cryptolambda.batch.recompute;

/**
 * What became of the records of the log.
 *
 * @param records all records read
 * @param candles candles that stand
 * @param duplicates records that repeated what stood
 * @param revisions records that changed a candle
 * @param rejected records that break the contract
 */
public record RunTotals(long records, long candles, long duplicates, long revisions, long rejected) {}

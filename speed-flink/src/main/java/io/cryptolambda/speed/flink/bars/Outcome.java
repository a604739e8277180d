package io.cryptolambda.speed.flink.bars;

/** What a record did to its symbol's bars. */
public enum Outcome {
    /** The newest candle: the bars in progress grew. */
    APPENDED,
    /** An older candle, new or revised: bars were rolled up again. */
    REVISED,
    /** Only the features of a candle changed, not the candle. */
    FEATURES_ONLY,
    /** The record was applied before: the log was read again from an earlier offset. */
    REPLAYED,
    /** The record is in the seeds that the bars rest on. */
    IN_SEEDS,
    /** Beyond the horizon: left to the batch layer. */
    LATE
}

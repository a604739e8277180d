package io.cryptolambda.speed.kstreams.candles;

/** What a valid record did to its symbol. */
public enum Outcome {
    /** A candle that was not there. */
    NEW,
    /** Other values for a candle that was there. */
    REVISED,
    /** The values that were there already: changes nothing. */
    DUPLICATE,
    /** Beyond the horizon: passed on without features. */
    LATE
}

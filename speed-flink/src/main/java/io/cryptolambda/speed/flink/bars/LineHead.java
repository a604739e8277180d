package io.cryptolambda.speed.flink.bars;

/**
 * What changes with the candles of one symbol and interval.
 *
 * @param newest the newest bar, in progress or not
 * @param whole whether the symbol's first bar, and with it every bar, is held
 * @param retainedFrom open time before which bars may have been forgotten, epoch milliseconds UTC; {@link #NONE_FORGOTTEN}
 */
public record LineHead(KnownBar newest, boolean whole, long retainedFrom) {
    /** No bar was ever forgotten. */
    public static final long NONE_FORGOTTEN = -1;
}

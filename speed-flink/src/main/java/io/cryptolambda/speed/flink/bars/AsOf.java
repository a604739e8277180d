package io.cryptolambda.speed.flink.bars;

/**
 * The newest record that something rests on.
 *
 * @param position its knowledge position
 * @param time its append time, epoch milliseconds UTC; for people
 */
public record AsOf(long position, long time) {

    /** The later in the log of the two. */
    AsOf orLater(AsOf other) {
        return other.position > position ? other : this;
    }
}

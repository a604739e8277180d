package io.cryptolambda.speed.kstreams.candles;

/**
 * The part of a partition of the raw topic that was read without a hole: positions {@code [from, next)}. Offsets have no
 * holes of their own, because the raw topic's producer is idempotent and not transactional.
 *
 * @param from position of the first record read after the last hole
 * @param next position expected next
 */
public record LogStretch(long from, long next) {

    /** The stretch of one record: the first ever read. */
    public static LogStretch startingAt(long position) {
        return new LogStretch(position, position + 1);
    }

    /** Whether records before {@code position} were missed. */
    public boolean isHoleBefore(long position) {
        return position > next;
    }

    /**
     * The stretch with the record at {@code position} read too; a new stretch if there is a hole before it.
     *
     * @throws IllegalStateException if the log went back, so that positions no longer order what is known
     */
    public LogStretch read(long position) {
        if (position < next) {
            throw new IllegalStateException("raw topic went back: expected position " + next + ", read " + position
                    + "; raise --generation if it was made anew");
        }
        return isHoleBefore(position) ? startingAt(position) : new LogStretch(from, position + 1);
    }
}

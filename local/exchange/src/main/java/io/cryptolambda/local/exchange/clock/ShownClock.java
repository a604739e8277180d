package io.cryptolambda.local.exchange.clock;

/** The clock as the exchange shows it: the virtual one, which may be off for a while. Used on the event loop only. */
public final class ShownClock {
    private final VirtualClock clock;
    private long skew;
    private long until = Long.MIN_VALUE;

    public ShownClock(VirtualClock clock) {
        this.clock = clock;
    }

    /**
     * Shows a wrong time.
     *
     * @param ahead milliseconds
     * @param until virtual time, epoch milliseconds UTC
     */
    public void skew(long ahead, long until) {
        this.skew = ahead;
        this.until = until;
    }

    /** How far it is ahead now, milliseconds. */
    public long skew() {
        return clock.now() < until ? skew : 0;
    }

    /** The time shown, epoch milliseconds UTC. */
    public long shown() {
        return clock.now() + skew();
    }
}

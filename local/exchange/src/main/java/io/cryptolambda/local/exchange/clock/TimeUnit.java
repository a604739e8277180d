package io.cryptolambda.local.exchange.clock;

/** The unit of the times in answers: milliseconds, or what a client asked for with {@code MICROSECOND}. */
public enum TimeUnit {
    MILLISECOND(1),
    MICROSECOND(1_000);

    private final long perMillisecond;

    TimeUnit(long perMillisecond) {
        this.perMillisecond = perMillisecond;
    }

    /** The unit a client asked for; milliseconds unless it says otherwise (null included). */
    public static TimeUnit of(String asked) {
        return asked != null && asked.equalsIgnoreCase(MICROSECOND.name()) ? MICROSECOND : MILLISECOND;
    }

    /** A time, given in epoch milliseconds UTC. */
    public long first(long millis) {
        return millis * perMillisecond;
    }

    /** An inclusive end, given in epoch milliseconds UTC: the last unit of that millisecond. */
    public long last(long millis) {
        return millis * perMillisecond + perMillisecond - 1;
    }
}

package io.cryptolambda.core.json;

/** The unit of the times in the exchange's answers: milliseconds, or what a client asked for with {@code MICROSECOND}. */
public enum KlineTimeUnit {
    MILLISECOND(1),
    MICROSECOND(1_000);

    /** The header by which requests choose one. */
    public static final String HEADER = "X-MBX-TIME-UNIT";

    private final long perMillisecond;

    KlineTimeUnit(long perMillisecond) {
        this.perMillisecond = perMillisecond;
    }

    /** The unit a client asked for; milliseconds unless it says otherwise (null included). */
    public static KlineTimeUnit of(String asked) {
        return MICROSECOND.name().equalsIgnoreCase(asked) ? MICROSECOND : MILLISECOND;
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

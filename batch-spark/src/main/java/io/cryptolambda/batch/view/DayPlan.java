package io.cryptolambda.batch.view;

import io.cryptolambda.core.Interval;
import java.io.Serializable;
import java.util.List;

/**
 * What an incremental recompute has to do with one day of a symbol.
 *
 * @param symbol the exchange's symbol
 * @param day the day's beginning, epoch milliseconds UTC
 * @param touched whether the master dataset has new records of it
 * @param holes whether any of its bars lacks its last minute
 * @param laterDays the first record in the log of any later day of the symbol; null if there is none
 * @param roles per interval, in the order of {@link Interval}
 */
public record DayPlan(String symbol, long day, boolean touched, boolean holes, LogPosition laterDays, List<Role> roles)
        implements Serializable {

    /** What to do with a day's elements of one interval. */
    public enum Role {
        /** Leave them: nothing they depend on has changed. */
        LEAVE,
        /** Look back at them. */
        PRIME,
        /** Compute them anew. */
        EMIT
    }

    public DayPlan {
        roles = List.copyOf(roles);
    }

    /** What to do with the elements of {@code interval}. */
    public Role role(Interval interval) {
        return roles.get(interval.ordinal());
    }
}

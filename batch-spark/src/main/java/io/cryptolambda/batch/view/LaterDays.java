package io.cryptolambda.batch.view;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;

/**
 * For the days that have a bar without its last minute: the first record in the log of any later day of the symbol, which
 * is what closed it if nothing of its own day did. One small entry for each such day, none for the others.
 */
public final class LaterDays implements Serializable {
    private static final long serialVersionUID = 1L;

    // Not LogPosition, which is no business of Java's serialization.
    private final HashMap<String, HashMap<Long, long[]>> bySymbol = new HashMap<>();

    /**
     * Keeps what is needed of the plans.
     *
     * @param plans days with a bar that lacks its last minute
     */
    public LaterDays(Collection<DayPlan> plans) {
        for (DayPlan plan : plans) {
            LogPosition later = plan.laterDays();
            if (later != null) {
                bySymbol.computeIfAbsent(plan.symbol(), symbol -> new HashMap<>())
                        .put(plan.day(), new long[] {later.asOf(), later.appendTime(), later.partition()});
            }
        }
    }

    /** The first record of any day after {@code day}, epoch milliseconds UTC; null if there is none. */
    LogPosition after(String symbol, long day) {
        long[] found = bySymbol.getOrDefault(symbol, new HashMap<>()).get(day);
        return found == null ? null : new LogPosition(found[0], found[1], (int) found[2]);
    }
}

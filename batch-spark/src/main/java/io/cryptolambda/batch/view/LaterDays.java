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

    private final HashMap<String, HashMap<Long, LogPosition>> bySymbol = new HashMap<>();

    /** Keeps what is needed of the plans: of the touched days with a bar that lacks its last minute. */
    public LaterDays(Collection<DayPlan> plans) {
        for (DayPlan plan : plans) {
            LogPosition later = plan.laterDays();
            if (plan.touched() && plan.holes() && later != null) {
                bySymbol.computeIfAbsent(plan.symbol(), symbol -> new HashMap<>())
                        .put(plan.day(), later);
            }
        }
    }

    /** The first record of any day after {@code day}, epoch milliseconds UTC; null if there is none. */
    LogPosition after(String symbol, long day) {
        HashMap<Long, LogPosition> days = bySymbol.get(symbol);
        return days == null ? null : days.get(day);
    }
}
